"""When: the time expressions of a text and the days that they stand for, looking back from publication."""

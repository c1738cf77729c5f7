-- What could not be read or used, with the reason. A row stays when its cause is gone, with the time of that.
create table core.quarantine (
    path varchar not null, -- path below the inbox
    file_id varchar, -- content that was refused, NULL where the file could not be read at all
    line integer, -- line or record in the file, counted from 1, where it is only that
    stage varchar not null, -- step that refused it: scan, read, metadata, extract
    reason varchar not null, -- short code, the same for all of a kind
    detail varchar not null, -- what is wrong and what to do about it, in a sentence
    first_seen_at timestamptz not null, -- when a run first refused it
    resolved_at timestamptz -- when a run first found it mended or gone
);

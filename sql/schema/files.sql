-- The raw files as they were found. One row a content at a path: an edited file (or sidecar) is a new row.
create table core.files (
    file_id varchar, -- SHA-256 of the file's bytes and of its sidecar's, in hex; NULL where it could not be read
    path varchar not null, -- path below the inbox, with forward slashes
    sidecar_path varchar, -- path of the metadata file beside it, where there is one
    bytes bigint not null, -- size of the file, without its sidecar
    format varchar, -- reader that took it (text, markdown, json, json_lines), NULL where none did
    encoding varchar, -- character encoding that was found, NULL where it is not text
    status varchar not null, -- read (all of it), partly (some records quarantined), rejected (nothing could be used)
    reader_version varchar not null, -- version of the readers; a newer one reads the file again
    first_seen_at timestamptz not null, -- when a run first found this content at this path
    run_id varchar not null -- run that read it last
);

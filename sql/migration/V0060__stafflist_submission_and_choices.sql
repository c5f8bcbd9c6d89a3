-- One sending of a draft: who sent it when, how many lines were ready, and how many entries came of them.
CREATE TABLE stafflist_submission (
    id        BIGINT       NOT NULL PRIMARY KEY,
    list_id   BIGINT       NOT NULL,
    row_count INT          NOT NULL,
    entered   INT          NOT NULL DEFAULT 0,
    made_by   BIGINT       NOT NULL,
    maker     VARCHAR(120) NOT NULL,
    made_at   DATETIME(6)  NOT NULL,
    KEY stafflist_submission_of (list_id, id),
    CONSTRAINT stafflist_submission_list FOREIGN KEY (list_id) REFERENCES stafflist_list (id)
);

-- Several sheets of one file may be read, their names parted by U+001F; headings may be given a column by hand (JSON).
ALTER TABLE stafflist_upload
    MODIFY COLUMN chosen_sheet VARCHAR(1000),
    ADD COLUMN chosen_columns  VARCHAR(2000);

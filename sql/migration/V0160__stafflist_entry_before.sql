-- What an entry said when an agency last returned it or, where none did, when it was first sent: whoever decides sees what
-- is another since. One row an entry, sealed as the entry's own line is.
CREATE TABLE stafflist_entry_before (
    entry_id    BIGINT           NOT NULL PRIMARY KEY,
    returned    BOOLEAN          NOT NULL,
    sent_at     DATETIME(6)      NOT NULL,
    person_id   BIGINT           NOT NULL,
    name        VARCHAR(120)     NOT NULL,
    birth_year  INT              NOT NULL,
    cells       VARBINARY(16000) NOT NULL,
    CONSTRAINT stafflist_entry_before_entry FOREIGN KEY (entry_id) REFERENCES stafflist_entry (id)
);

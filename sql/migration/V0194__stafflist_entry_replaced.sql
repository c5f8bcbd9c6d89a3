-- What a new entry took the place of in its line, whose sender had made somebody else of it: the entry right before it
-- (direct) and all before that one. queued: whether an agency can have seen it.
CREATE TABLE stafflist_entry_replaced (
    entry_id    BIGINT  NOT NULL,
    replaced_id BIGINT  NOT NULL,
    queued      BOOLEAN NOT NULL,
    direct      BOOLEAN NOT NULL,
    PRIMARY KEY (entry_id, replaced_id),
    CONSTRAINT stafflist_entry_replaced_entry FOREIGN KEY (entry_id) REFERENCES stafflist_entry (id),
    CONSTRAINT stafflist_entry_replaced_replaced FOREIGN KEY (replaced_id) REFERENCES stafflist_entry (id)
);

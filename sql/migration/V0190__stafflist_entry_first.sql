-- Whom an entry named when it was first sent, kept from the first time that it is sent anew: what is mended bit by bit is held
-- against that. queued: whether an agency can have seen it so. Of entries sent anew before this, it is the person of the first
-- step that is on record or, where there is none, what was kept of the last return or the first sending.
CREATE TABLE stafflist_entry_first (
    entry_id    BIGINT       NOT NULL PRIMARY KEY,
    queued      BOOLEAN      NOT NULL,
    person_id   BIGINT       NOT NULL,
    name        VARCHAR(120) NOT NULL,
    birth_year  INT          NOT NULL,
    CONSTRAINT stafflist_entry_first_entry FOREIGN KEY (entry_id) REFERENCES stafflist_entry (id)
);

INSERT INTO stafflist_entry_first (entry_id, queued, person_id, name, birth_year)
SELECT b.entry_id, TRUE,
       IFNULL((SELECT d.person_id FROM review_decision d
               WHERE d.entry_id = b.entry_id AND d.decided_at < e.submitted_at AND d.person_id IS NOT NULL
               ORDER BY d.id LIMIT 1), b.person_id),
       b.name, b.birth_year
FROM stafflist_entry_before b JOIN stafflist_entry e ON e.id = b.entry_id;

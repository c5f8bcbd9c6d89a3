-- Whom a step was about: the sender may name somebody else in the entry afterwards. Of steps before the entry was last sent it
-- is whom it named when it was returned or first sent, where that is kept.
ALTER TABLE review_decision ADD COLUMN person_id BIGINT;

UPDATE review_decision d
    JOIN stafflist_entry e ON e.id = d.entry_id
    LEFT JOIN stafflist_entry_before b ON b.entry_id = e.id AND d.decided_at < e.submitted_at
SET d.person_id = IFNULL(b.person_id, e.person_id);

ALTER TABLE review_decision ADD KEY review_decision_person (person_id, reason_code);

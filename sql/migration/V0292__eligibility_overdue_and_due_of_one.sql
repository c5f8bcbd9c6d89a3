-- When the officers of the source were told that the answer is overdue.
ALTER TABLE eligibility_paper ADD COLUMN alarmed_at DATETIME(6);
ALTER TABLE eligibility_fault ADD COLUMN alarmed_at DATETIME(6);

-- People of whom somebody has said, or taken back, that they are one with others: who of them is due a dose is to be reckoned anew.
CREATE TABLE eligibility_due_person (
    person_id  BIGINT NOT NULL PRIMARY KEY
);

INSERT INTO eligibility_due_person (person_id)
SELECT person_id FROM eligibility_people_act WHERE kind = 'MERGED' AND undone_at IS NULL
UNION
SELECT other_id FROM eligibility_people_act WHERE kind = 'MERGED' AND undone_at IS NULL;

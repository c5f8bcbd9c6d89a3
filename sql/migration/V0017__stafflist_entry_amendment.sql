-- kind: NEW asks for a card, CHANGE and LEAVE amend an approved entry. generation: a person comes again into the same
-- list, as a joiner after a leave or with what was refused before. birth_year: as the line said it, for the card.
ALTER TABLE stafflist_entry
    ADD COLUMN kind       VARCHAR(8) NOT NULL DEFAULT 'NEW',
    ADD COLUMN amends_id  BIGINT,
    ADD COLUMN generation INT        NOT NULL DEFAULT 1,
    ADD COLUMN birth_year INT;

UPDATE stafflist_entry e JOIN person_person p ON p.id = e.person_id SET e.birth_year = CAST(LEFT(p.birth, 4) AS INTEGER);

-- One open amendment an entry, whatever happens at the same moment.
ALTER TABLE stafflist_entry
    MODIFY COLUMN birth_year INT NOT NULL,
    ADD COLUMN open_amends BIGINT AS (IF(state IN ('WAITING', 'PENDING', 'RETURNED'), amends_id, NULL)) STORED,
    ADD UNIQUE KEY stafflist_entry_generation (list_id, row_key, generation),
    ADD UNIQUE KEY stafflist_entry_one_amendment (open_amends),
    ADD KEY stafflist_entry_amends (amends_id),
    DROP KEY stafflist_entry_row;

-- From when a leaver's card is to end; none for the day on which the line is sent.
ALTER TABLE stafflist_row ADD COLUMN leave_on DATE;

-- How far looking for people has come, once an import is read.
--   people          whom it names and the source had not named so before; 0 for imports from before this was counted
--   people_matched  of these, for whom people were looked for
ALTER TABLE eligibility_import
    ADD COLUMN people         INT NOT NULL DEFAULT 0 AFTER rows_repaired,
    ADD COLUMN people_matched INT NOT NULL DEFAULT 0 AFTER people,
    ADD KEY eligibility_import_state (state);

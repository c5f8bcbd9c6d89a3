-- What an import said, row by row: of a file of 100,000 rows any page is read by a key.
ALTER TABLE eligibility_record
    ADD KEY eligibility_record_row (import_id, file_row),
    DROP KEY eligibility_record_import;

ALTER TABLE eligibility_repeat
    ADD KEY eligibility_repeat_row (import_id, file_row);

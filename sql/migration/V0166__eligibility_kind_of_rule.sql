-- A condition matrix is written, attested and put in force as a criteria set is, so both are in these tables; kind tells them apart.
-- The orders of a place are numbered for each kind.
ALTER TABLE eligibility_criteria_set
    ADD COLUMN kind VARCHAR(10) NOT NULL DEFAULT 'CRITERIA';

ALTER TABLE eligibility_criteria_order
    ADD COLUMN kind VARCHAR(10) NOT NULL DEFAULT 'CRITERIA',
    DROP KEY eligibility_criteria_order_number,
    ADD UNIQUE KEY eligibility_criteria_order_number (kind, area_id, number);

INSERT INTO review_mandate (id, public_id, agency_id, document_no, valid_from, granted_by, granted_at)
SELECT NEXT VALUE FOR review_seq, RANDOM_BYTES(16), agency.id, :document_no, '2021-01-01', 0, UTC_TIMESTAMP(6)
FROM registry_agency agency
WHERE agency.code = :agency_code AND agency.valid_to IS NULL
  AND NOT EXISTS (SELECT 1 FROM review_mandate other WHERE other.agency_id = agency.id)

-- Belongs to the agency as it is now; where there is none of that code, the province adds its sources in the portal.
INSERT INTO eligibility_source (id, public_id, code, kind, name_vi, name_en, agency_id, event_hours, result_hours)
SELECT NEXT VALUE FOR eligibility_source_seq, RANDOM_BYTES(16), :code, :kind, :name_vi, :name_en, agency.id, :event_hours,
       :result_hours
FROM registry_agency agency
WHERE agency.code = :agency_code AND agency.valid_to IS NULL
  AND NOT EXISTS (SELECT 1 FROM eligibility_source WHERE code = :code)

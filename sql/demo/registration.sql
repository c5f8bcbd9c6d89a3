-- Contacts are left out: they are encrypted, and a statement cannot do that.
INSERT INTO registry_registration
    (id, public_id, organisation_id, number, form_code, state, name, sector_code, address, area_id, headcount,
     representative, agency_id, rule_id, submitted_at, judged_at)
SELECT NEXT VALUE FOR registry_seq, RANDOM_BYTES(16), organisation.id, 1, :form_code, :state, organisation.name,
       :sector_code, :address,
       IF(:area_code IS NULL, NULL, (
           SELECT area.id FROM registry_area area WHERE area.code = :area_code AND area.valid_to IS NULL)),
       :headcount, :representative,
       IF(:agency_code IS NULL, NULL, IFNULL((
           SELECT agency.id FROM registry_agency agency
           WHERE agency.code = :agency_code AND agency.valid_to IS NULL), 0)),
       IF(:rule_position IS NULL, NULL, (
           SELECT rule.id FROM registry_routing_rule rule
           WHERE rule.position = :rule_position AND rule.valid_to IS NULL)),
       IF(:state = 'DRAFT', NULL, UTC_TIMESTAMP(6)),
       IF(:state = 'CONFIRMED', UTC_TIMESTAMP(6), NULL)
FROM registry_organisation organisation
WHERE organisation.identifier = :identifier
  AND NOT EXISTS (SELECT 1 FROM registry_registration other WHERE other.organisation_id = organisation.id)

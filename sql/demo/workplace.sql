INSERT INTO registry_workplace
    (id, public_id, organisation_id, name, address, area_id, zone_code, headcount)
SELECT NEXT VALUE FOR registry_seq, RANDOM_BYTES(16), organisation.id, :name, :address, area.id, :zone_code, :headcount
FROM registry_organisation organisation
JOIN registry_area area ON area.code = :area_code AND area.valid_to IS NULL
WHERE organisation.identifier = :identifier
  AND NOT EXISTS (
      SELECT 1 FROM registry_workplace other WHERE other.organisation_id = organisation.id AND other.name = :name)

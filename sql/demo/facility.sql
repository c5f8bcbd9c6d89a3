INSERT INTO eligibility_facility
    (id, public_id, source_id, code, name, kind, area_id, fee_charging, valid_from)
SELECT NEXT VALUE FOR eligibility_source_seq, RANDOM_BYTES(16), source.id, :code, :name, :kind, area.id, :fee_charging,
       '2021-03-08'
FROM eligibility_source source
JOIN registry_area area ON area.code = :area_code AND area.valid_to IS NULL
WHERE source.code = :source_code
  AND NOT EXISTS (SELECT 1 FROM eligibility_facility other WHERE other.source_id = source.id AND other.code = :code)

INSERT INTO registry_routing_rule
    (id, position, name_vi, name_en, templates, organisation_types, sectors, zone, max_headcount, districts,
     target, target_agency, target_kind, target_area, own_people, hours, valid_from, valid_to)
SELECT NEXT VALUE FOR registry_seq, :position, :name_vi, :name_en, :templates, :organisation_types, :sectors, :zone,
       :max_headcount, :districts, :target, :target_agency, :target_kind, :target_area, :own_people = 'true', :hours,
       :valid_from, :valid_to
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM registry_routing_rule WHERE position = :position AND valid_from = :valid_from)

INSERT INTO stafflist_form_template
    (id, code, version, name_vi, name_en, valid_from, state, description_vi, description_en, routing_vi, routing_en,
     organisation_types)
SELECT NEXT VALUE FOR stafflist_seq, :code, :version, :name_vi, :name_en, :valid_from, 'PUBLISHED', :description_vi,
       :description_en, :routing_vi, :routing_en, :organisation_types
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM stafflist_form_template WHERE code = :code AND version = :version)

-- Every demo account has the password "thecovid-demo".
INSERT INTO access_account
    (id, public_id, email, display_name, role, organisation_id, agency_id, state, password_hash, created_at)
SELECT NEXT VALUE FOR access_seq, RANDOM_BYTES(16), :email, :display_name, :role,
       IF(:organisation_identifier IS NULL, NULL, IFNULL((
           SELECT organisation.id FROM registry_organisation organisation
           WHERE organisation.identifier = :organisation_identifier), 0)),
       IF(:agency_code IS NULL, NULL, IFNULL((
           SELECT agency.id FROM registry_agency agency
           WHERE agency.code = :agency_code AND agency.valid_to IS NULL), 0)),
       'ACTIVE',
       '$argon2id$v=19$m=19456,t=2,p=1$ZGVtby1wcm92aW5jZS1raA$4+bntmH81tXSIOw5hWYj1fPOFVyJt0/gk2dpFMzHNNI',
       UTC_TIMESTAMP(6)
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM access_account WHERE email = :email)

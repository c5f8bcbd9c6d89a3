-- The code of an identity card says whose it is: what it says is compared with the person whom the number leads to.
UPDATE verification_code_system
SET pattern = '(?<number>[0-9]{12})[|](?<old>[0-9]{9})?[|](?<name>[^|]*)[|](?<birth>[0-9]{8})[|][^|]*[|][^|]*[|][0-9]{8}(?:[|].*)?'
WHERE code = 'CCCD';

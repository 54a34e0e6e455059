-- What a provider gives is data: `data_set` is described by dataset.DataSet, `path` is where consumers ask for it.
-- Before, only two data sets were known; their contracts become descriptions.
ALTER TABLE exchange.provider ADD COLUMN data_set jsonb;

UPDATE exchange.provider p
   SET data_set = jsonb_build_object(
           'code', p.code,
           'title', CASE p.code WHEN 'quotient-familial' THEN 'Quotient familial' ELSE 'Statut d’étudiant' END,
           'address', jsonb_build_object('api', 'PARTICULIER', 'path', regexp_replace(p.path, '/identite$', ''),
                                         'by', 'PIVOT', 'federated', true, 'parameters', '[]'::jsonb),
           'source', CASE p.code
               WHEN 'quotient-familial' THEN jsonb_build_object('prefix', '37', 'name', 'CNAV', 'path', p.path)
               ELSE jsonb_build_object('prefix', '25', 'name', 'MESRI', 'path', p.path) END,
           'terms', jsonb_build_object('secrecy', 'PERSONNEL', 'opens', null, 'closes', null, 'perMinute', 1200),
           'fields', (SELECT jsonb_agg(jsonb_build_object(
                         'code', f ->> 'code',
                         'label', f ->> 'code',
                         'scope', CASE p.code WHEN 'quotient-familial' THEN 'cnaf_' ELSE 'mesri_' END
                                  || split_part(f ->> 'code', '.', 1),
                         'kind', f ->> 'kind',
                         'pointers', CASE f ->> 'kind'
                             WHEN 'RECORDS' THEN (SELECT jsonb_agg('/data/' || replace(f ->> 'code', '.', '/') || '/*/' || replace(m, '.', '/'))
                                                    FROM jsonb_array_elements_text(f -> 'members') m)
                             ELSE jsonb_build_array('/data/' || replace(f ->> 'code', '.', '/')) END))
                        FROM jsonb_array_elements(p.contract) f));

UPDATE exchange.provider SET path = data_set #>> '{address,path}';

ALTER TABLE exchange.provider
    ALTER COLUMN data_set SET NOT NULL,
    DROP COLUMN contract,
    ADD CHECK (path ~ '^/v[3-9]/'),
    ADD CHECK (data_set ->> 'code' = code);

CREATE UNIQUE INDEX provider_path ON exchange.provider (path);

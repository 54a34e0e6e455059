-- Digests without a key could be tried: lines of before stand alone until the list is rebuilt (follower `citoyen.usages`).
UPDATE citoyen.usage SET same = NULL WHERE same IS NOT NULL;

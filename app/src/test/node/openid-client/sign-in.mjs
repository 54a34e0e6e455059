// Signs somebody in as any Node application does. Writes the address to which the browser goes, reads the one to
// which it came back, and writes what the application knows then.
import { createInterface } from "node:readline/promises";
import * as client from "openid-client";

const [issuer, clientId, secret, redirect] = process.argv.slice(2);
const config = await client.discovery(new URL(issuer), clientId, secret, client.ClientSecretPost(secret), {
  execute: [client.allowInsecureRequests],
});
const verifier = client.randomPKCECodeVerifier();
const state = client.randomState();
const nonce = client.randomNonce();
const departure = client.buildAuthorizationUrl(config, {
  redirect_uri: redirect,
  scope: "openid email offline_access",
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: "S256",
  state,
  nonce,
});
console.log(departure.href);

const back = await createInterface({ input: process.stdin }).question("");
const tokens = await client.authorizationCodeGrant(config, new URL(back), {
  pkceCodeVerifier: verifier,
  expectedState: state,
  expectedNonce: nonce,
  idTokenExpected: true,
});
const sub = tokens.claims().sub;
const user = await client.fetchUserInfo(config, tokens.access_token, sub);
const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
const active = await client.tokenIntrospection(config, refreshed.access_token);
await client.tokenRevocation(config, refreshed.refresh_token);
const ended = await client.tokenIntrospection(config, refreshed.access_token);
console.log(
  JSON.stringify({ email: user.email, same: refreshed.claims().sub === sub, active: active.active, ended: !ended.active }),
);
process.exit(0);

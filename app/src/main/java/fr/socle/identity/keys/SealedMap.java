package fr.socle.identity.keys;

import fr.socle.house.Keyring;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Members sealed under the master key, as JSON. The context binds them to their place. */
@Component
public class SealedMap {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final Keyring keyring;

    SealedMap(Keyring keyring) {
        this.keyring = keyring;
    }

    public byte[] seal(String context, Map<String, ?> members) {
        return keyring.seal(context, JsonMapper.shared().writeValueAsBytes(members));
    }

    /**
     * @throws fr.socle.house.BrokenSeal if it was sealed for another place
     */
    public Map<String, Object> open(String context, byte[] sealed) {
        return JsonMapper.shared().readValue(keyring.open(context, sealed), MEMBERS);
    }

    public byte[] sealText(String context, String text) {
        return keyring.seal(context, text.getBytes(StandardCharsets.UTF_8));
    }

    public String openText(String context, byte[] sealed) {
        return new String(keyring.open(context, sealed), StandardCharsets.UTF_8);
    }
}

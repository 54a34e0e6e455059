package fr.socle.identity;

import fr.socle.directory.RightGuard;
import fr.socle.identity.operator.StrongSignIns;
import fr.socle.identity.operator.web.Asked;
import fr.socle.ui.access.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * A right that a session alone does not open: at these addresses whoever holds it proves himself
 * strongly first (passkey, recovery code, or the agents' federation at eidas2), and so does whoever
 * gives it to a program. The block that owns the right declares one as a bean.
 *
 * <pre>{@code
 * @Bean
 * StrongRight operating(StrongRight.Maker strong) {
 *     return strong.of(OPERATE, "/administration/machines", List.of("/administration/machines/**"));
 * }
 * }</pre>
 */
public final class StrongRight implements RightGuard {

    private final Right right;
    private final String home;
    private final List<String> addresses;
    private final StrongSignIns proofs;

    private StrongRight(Right right, String home, List<String> addresses, StrongSignIns proofs) {
        this.right = right;
        this.home = home;
        this.addresses = List.copyOf(addresses);
        this.proofs = proofs;
    }

    /** Makes them. */
    @Component
    public static final class Maker {

        private final StrongSignIns proofs;

        Maker(StrongSignIns proofs) {
            this.proofs = proofs;
        }

        /**
         * @param home path of the page to which a form leads back that came too late
         * @param addresses patterns of paths; those under {@code /api/} are refused, not led away
         */
        public StrongRight of(Right right, String home, List<String> addresses) {
            return new StrongRight(right, home, addresses, proofs);
        }
    }

    @Override
    public Right right() {
        return right;
    }

    public String home() {
        return home;
    }

    public List<String> addresses() {
        return addresses;
    }

    /** A program that holds the right was given it by somebody who had proved himself. */
    @Override
    public boolean isProved(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || proofs.proved(request, StrongSignIns.SENDING);
    }

    @Override
    public String proof(String back) {
        return Asked.proofThen(back);
    }
}

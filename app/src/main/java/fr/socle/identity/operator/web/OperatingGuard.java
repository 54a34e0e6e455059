package fr.socle.identity.operator.web;

import fr.socle.directory.RightGuard;
import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.StrongSignIns;
import fr.socle.ui.access.Right;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The right to operate the federations is given by whoever has just proved himself strongly. */
@Component
class OperatingGuard implements RightGuard {

    private final StrongSignIns strong;

    OperatingGuard(StrongSignIns strong) {
        this.strong = strong;
    }

    @Override
    public Right right() {
        return Operating.RIGHT;
    }

    /** A program that holds the right was given it so. */
    @Override
    public boolean isProved(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || strong.proved(request, StrongSignIns.SENDING);
    }

    @Override
    public String proof(String back) {
        return Asked.proofThen(back);
    }
}

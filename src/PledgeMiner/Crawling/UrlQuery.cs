using System.Text.RegularExpressions;

namespace PledgeMiner.Crawling;

/// <summary>The query of an address without what only tells who clicked where, its parameters in one order.</summary>
internal static partial class UrlQuery
{
    /// <summary>
    /// Parameters of campaigns, clicks and sessions that never choose the page. Short and common words ("ref", "id", "source")
    /// are not among them: on some sites they are the document's number.
    /// </summary>
    [GeneratedRegex(
        """
        ^(?:utm_|itm_|mtm_|pk_|piwik_|matomo_|hsa_|wt_|at_(?:campaign|custom|medium|link|format|ptr|bbc)|ns_(?:campaign|mchannel|source|linkname|fee)|oly_(?:enc|anon)_|
        fb_(?:action|ref|source|comment)|__hs|_hs|vero_|mc_(?:cid|eid)|mkt_tok|ga_(?:source|medium|term|content|campaign|place)|__twitter_)
        |^(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid|gad_source|yclid|ysclid|msclkid|twclid|ttclid|igshid|igsh|li_fat_id|rb_clickid|zanpid|srsltid|wickedid|epik|
        _ga|_gl|_openstat|ref_src|ref_url|referrer|xtor|ocid|cmpid|icid|ncid|spm|smid|smtyp|soc_src|soc_trk|guccounter|guce_referrer|guce_referrer_sig|hsctatracking|
        jsessionid|phpsessid|sessionid|session_id|sid_session|cfid|cftoken|aspsessionid\w*|awc|trk_contact|trk_msg|trk_module|trk_sid|s_cid|sr_share)$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tracking();

    [GeneratedRegex(";(?:jsessionid|phpsessid|sid_session)=[^/;?]*", RegexOptions.IgnoreCase)]
    private static partial Regex PathSession();

    /// <summary>A path without the session that some servers write into it.</summary>
    public static string WithoutSession(string path) => PathSession().Replace(path, "");

    /// <param name="query">Percent-encoded, without its question mark.</param>
    public static string Normal(string query)
    {
        var parameters = query.Split('&').Where(x => x.Length > 0 && !Tracking().IsMatch(x.Split('=')[0])).ToList();
        // The order of names without values may be all the meaning they have; that of a form's fields has none.
        var kept = parameters.TrueForAll(x => x.Contains('=')) ? parameters.OrderBy(x => x.Split('=')[0], StringComparer.Ordinal).ThenBy(x => x, StringComparer.Ordinal) : parameters.AsEnumerable();
        // "+" and "%20" are one space to most servers and two characters to some (RFC 3986 knows no plus for a space): each stays.
        return string.Join('&', kept);
    }
}

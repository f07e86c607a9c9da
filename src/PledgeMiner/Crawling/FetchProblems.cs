using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace PledgeMiner.Crawling;

/// <summary>What servers and networks do instead of sending a page, as one problem each.</summary>
internal static class FetchProblems
{
    /// <summary>A server that wants to be left alone for longer is asked again all the same, once a week.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);

    /// <summary>The problem of an answer that is no page; null for a page.</summary>
    public static Problem? Of(HttpResponseMessage response, Uri address, DateTimeOffset now)
    {
        var (status, shown) = ((int)response.StatusCode, PrivateHosts.Shown(address));
        return status switch
        {
            204 or 205 => new(ProblemKind.Empty, $"{shown} answers {status} without a page: check the address.", status),
            // A part that was not asked for would be taken for the whole.
            206 => new(ProblemKind.BadAnswer, $"{shown} sends part of a page where all of it was asked for: try again later.", status),
            >= 200 and < 300 => HasBadLength(response) ? new(ProblemKind.BadAnswer, $"{shown} tells its length in several or impossible ways: try again later.") : null,
            304 when response.RequestMessage!.Headers.NonValidated is var asked && (asked.Contains("If-None-Match") || asked.Contains("If-Modified-Since")) => new(ProblemKind.NotModified, $"{shown} is the same as when it was last fetched.", status),
            301 or 302 or 303 or 307 or 308 when LocationOf(response, address) is { } target => new(ProblemKind.Moved, $"{shown} is now {PrivateHosts.Shown(target)}.", status, Target: target),
            301 or 302 or 303 or 307 or 308 => new(ProblemKind.HttpStatus, $"{shown} redirects to no address that can be read: check it in a browser.", status),
            429 or 503 => new(ProblemKind.HttpStatus, $"{shown} answers {status} ({response.StatusCode}): try again later.", status, PauseOf(response.Headers.RetryAfter, now)),
            _ => new(ProblemKind.HttpStatus, $"{shown} answers {status} ({response.StatusCode}): check the address.", status),
        };
    }

    /// <summary>The problem that an exception means; null where it is a bug.</summary>
    public static Problem? Of(Exception exception, Uri address, CrawlOptions options)
    {
        var shown = PrivateHosts.Shown(address);
        return exception switch
        {
            OperationCanceledException => new(ProblemKind.TooSlow, $"{shown} did not answer in full within {options.PageTime.TotalSeconds:0} s: try again later."),
            _ when Within<PrivateAddressException>(exception) is { } hidden => PrivateHosts.Private(address, hidden.Address.ToString()),
            BodyTooLargeException or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
                new(ProblemKind.TooLarge, $"{shown} has more than {options.PageBytes / 1_000_000.0:0.#} MB, or swells to it: save only its text and read that."),
            InvalidDataException => new(ProblemKind.BadAnswer, $"{shown} is not encoded as its server says ({Reason(exception)}): try again later."),
            _ when Within<SocketException>(exception) is not null => new(ProblemKind.Unreachable, $"{shown} cannot be reached, or was cut off ({Reason(exception)}): check the address and the network."),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } =>
                new(ProblemKind.Unreachable, $"{shown} cannot be reached ({Reason(exception)}): check the address and the network."),
            HttpRequestException or IOException => new(ProblemKind.BadAnswer, $"{shown} breaks off or breaks the rules of HTTP ({Reason(exception)}): try again later."),
            _ => null,
        };
    }

    /// <summary>Where an answer leads, without the place within the page.</summary>
    private static Uri? LocationOf(HttpResponseMessage response, Uri address) =>
        response.Headers.NonValidated.TryGetValues("Location", out var written) && Uri.TryCreate(address, written.First().Trim().Split('#')[0], out var next) ? next : null;

    /// <summary>RFC 9112, 6.3: where lengths disagree, no one knows where the page ends.</summary>
    private static bool HasBadLength(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Length", out var told)
        && (told.SelectMany(x => x.Split(',')).Select(x => x.Trim()).Distinct().Count() > 1 || !told.All(x => x.All(c => char.IsAsciiDigit(c) || c is ',' or ' ')));

    private static TimeSpan? PauseOf(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var pause = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return pause is null || pause < TimeSpan.Zero ? null : pause > LongestPause ? LongestPause : pause;
    }

    private static T? Within<T>(Exception? e) where T : Exception => e is null or T ? e as T : Within<T>(e.InnerException);

    /// <summary>The innermost exception's own words, which may quote what the server sent.</summary>
    private static string Reason(Exception e)
    {
        while (e.InnerException is { } inner) e = inner;
        var words = string.Concat(e.Message.Where(x => !char.IsControl(x))).TrimEnd('.');
        return words.Length > 200 ? words[..200] + "..." : words;
    }
}

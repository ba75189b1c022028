using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Api;

/// <summary>When a form came to the door of the site, before anything of it was read.</summary>
public sealed record Formuliermoment(Instant Op);

/// <summary>
/// Seals the moment at which a form came to the door of the site, for the API that counts by it. The seal is of one call: its method, address,
/// key and the token of the person. So only a process of this program can give a moment, and what was given for another person, case or call is
/// none. A moment that is not taken takes nothing away: the call counts from the door of the API, as any other.
/// </summary>
public sealed class Deurzegel(Dienstgeheim geheim, ILogger<Deurzegel> log)
{
    public const string Kopregel = "X-Deurmoment";

    /// <summary>How long the site may take to come to the API.</summary>
    public static readonly Duration Houdbaar = Duration.FromMinutes(5);

    private static readonly Duration Waarschuwrust = Duration.FromMinutes(1);

    private readonly byte[]? _sleutel = geheim.Sleutel("deurmoment");
    private Instant _gewaarschuwd = Instant.MinValue;

    /// <param name="verzoek">As it goes out: with its full address, its key and the token of the person.</param>
    public void Verzegel(HttpRequestMessage verzoek, Instant op)
    {
        if (_sleutel is null || verzoek.Headers.Authorization is not { } persoon)
        {
            return;
        }
        var tijd = (op.ToUnixTimeTicks() / 10).ToString(CultureInfo.InvariantCulture);
        var sleutel = verzoek.Headers.TryGetValues("Idempotency-Key", out var waarden) ? string.Join(',', waarden) : "";
        var zegel = Zegel(_sleutel, tijd, verzoek.Method.Method, verzoek.RequestUri!.PathAndQuery, sleutel, persoon.ToString());
        verzoek.Headers.Add(Kopregel, $"{tijd}.{zegel}");
    }

    /// <param name="nu">When the call came to the door of the API.</param>
    /// <returns>The moment that was handed over with a change; null when none was, or it is not ours, not of this call, too old, or still to come.</returns>
    internal Instant? Lees(HttpContext http, Instant nu)
    {
        var verzoek = http.Request;
        if (
            !verzoek.Headers.TryGetValue(Kopregel, out var gegeven)
            || HttpMethods.IsGet(verzoek.Method)
            || HttpMethods.IsHead(verzoek.Method)
        )
        {
            return null;
        }
        if (Echt(http, gegeven.ToString()) is { } op && op <= nu && op >= nu - Houdbaar)
        {
            return op;
        }
        // Anyone can send one: the log is not theirs to fill.
        if (nu - Waarschuwrust < _gewaarschuwd)
        {
            return null;
        }
        _gewaarschuwd = nu;
        log.LogWarning(
            "A call came with a moment that is not taken: its seal is not ours or of another call, it is older than {Houdbaar}, or the clocks of the processes differ",
            Houdbaar
        );
        return null;
    }

    private Instant? Echt(HttpContext http, string gegeven)
    {
        var verzoek = http.Request;
        if (_sleutel is null || gegeven.Split('.') is not [var tijd, var zegel])
        {
            return null;
        }
        var verwacht = Zegel(
            _sleutel,
            tijd,
            verzoek.Method,
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            verzoek.Headers["Idempotency-Key"].ToString(),
            verzoek.Headers.Authorization.ToString()
        );
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(zegel), Encoding.UTF8.GetBytes(verwacht))
            ? Instant.FromUnixTimeTicks(long.Parse(tijd, CultureInfo.InvariantCulture) * 10)
            : null;
    }

    // No header and no address has a line break in it, so what is sealed can be read in one way only.
    private static string Zegel(byte[] sleutel, params ReadOnlySpan<string> delen) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(sleutel, Encoding.UTF8.GetBytes(string.Join('\n', delen))));
}

/// <summary>What a form of the site changes through the API counts from the moment at which the form came in. Reading has no moment.</summary>
public sealed class Deurmoment(IHttpContextAccessor verzoek, Deurzegel zegel) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get && verzoek.HttpContext?.Features.Get<Formuliermoment>() is { } formulier)
        {
            zegel.Verzegel(request, formulier.Op);
        }
        return base.SendAsync(request, cancellationToken);
    }
}

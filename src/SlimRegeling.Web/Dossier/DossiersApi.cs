using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Dossier;

/// <param name="Stand">As the API says it: beschikbaar, in-onderzoek or geweigerd.</param>
/// <param name="Uitleg">Why it was refused, or cannot be opened yet.</param>
/// <param name="BijConcept">It can be taken away.</param>
/// <param name="IngediendOp">When the draft that it came with was submitted; null of what came otherwise.</param>
public sealed record Dossierstuk(
    string Id,
    string Soort,
    string? Naam,
    long Bytes,
    string Hash,
    DateTimeOffset? OntvangenOp,
    string Stand,
    string? Uitleg = null,
    bool? BijConcept = null,
    DateTimeOffset? IngediendOp = null
)
{
    public bool IsGeweigerd => Stand == "geweigerd";

    public bool IsTeOpenen => Stand == "beschikbaar";

    /// <summary>The name that its sender gave it.</summary>
    public string Label(Teksten t) => Naam ?? t["Bestand zonder naam"];
}

/// <param name="Extensie">Without a dot.</param>
public sealed record Bestandseis(string Naam, string Extensie, string Mediatype, long HoogstensBytes);

public sealed record Bestandseisen(IReadOnlyList<Bestandseis> Soorten, int HoogstensPerZaak, long HoogstensBytesPerZaak)
{
    public long Grootste => Soorten.Max(s => s.HoogstensBytes);

    /// <summary>For the picker of a browser; what is really in a file is looked at when it comes.</summary>
    public string Kiezer => string.Join(',', Soorten.Select(s => $".{s.Extensie}").Append(".jpeg"));
}

/// <param name="Soort">As the API calls it, such as ontvangst.</param>
/// <param name="Stand">As the API says it, such as verzonden.</param>
/// <param name="Uitleg">What is the matter; null when nothing is.</param>
public sealed record Emailregel(
    string Id,
    string Zaaknummer,
    string KvkNummer,
    string Soort,
    string Stand,
    DateTimeOffset StandOp,
    string? Uitleg = null
)
{
    public string Titel =>
        Soort switch
        {
            "ontvangst" => "Wij hebben de aanvraag ontvangen",
            "brief" => "Er staat een brief klaar",
            "document-geweigerd" => "Een document is geweigerd",
            _ => "E-mail",
        };

    public string Toestand =>
        Stand switch
        {
            "wacht" => "Wacht",
            "onderweg" => "Wordt verstuurd",
            "verzonden" => "Verstuurd",
            "onzeker" => "Onzeker",
            "geweigerd" => "Geweigerd",
            "zonder-adres" => "Geen adres",
            _ => "Niet verstuurd",
        };

    public bool IsKlaar => Stand == "verzonden";

    /// <summary>Whether somebody can decide that it goes again.</summary>
    public bool MagOpnieuw => Stand is "onzeker" or "geweigerd" or "zonder-adres" or "vervallen";
}

/// <param name="OnbestelbaarOp">Since when nothing can be delivered at its address; null when it can, or there is none.</param>
public sealed record Emailbereik(DateTimeOffset? OnbestelbaarOp = null);

/// <summary>The documents and letters of a case, as the person who looks at the page.</summary>
public sealed class DossiersApi(HttpClient client)
{
    // Also what is too large and what must be tried again is told where it was sent.
    private static readonly int[] Weigeringen = [400, 409, 413, 422, 503];

    public async Task<IReadOnlyList<Dossierstuk>> Documenten(string zaaknummer, CancellationToken ct) =>
        await Lees<IReadOnlyList<Dossierstuk>>($"documenten?zaaknummer={Uri.EscapeDataString(zaaknummer)}", ct);

    public Task<IReadOnlyList<Brief>> Brieven(string zaaknummer, CancellationToken ct) =>
        Lees<IReadOnlyList<Brief>>($"brieven?zaaknummer={Uri.EscapeDataString(zaaknummer)}", ct);

    public Task<IReadOnlyList<Emailregel>> Emails(string zaaknummer, CancellationToken ct) =>
        Lees<IReadOnlyList<Emailregel>>($"emails?zaaknummer={Uri.EscapeDataString(zaaknummer)}", ct);

    public Task<Emailbereik> Emailbereik(string kvkNummer, CancellationToken ct) =>
        Lees<Emailbereik>($"ondernemingen/{Uri.EscapeDataString(kvkNummer)}/emailbereik", ct);

    public async Task<JsonAntwoord> StuurEmailOpnieuw(string id, string sleutel, CancellationToken ct)
    {
        using var verzoek = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri($"emails/{Uri.EscapeDataString(id)}/verzending", UriKind.Relative)
        );
        verzoek.Content = JsonContent.Create(new { });
        verzoek.Headers.Add("Idempotency-Key", sleutel);
        return await client.Antwoord(verzoek, Weigeringen, ct);
    }

    public Task<Bestandseisen> Eisen(CancellationToken ct) => Lees<Bestandseisen>("documenten/eisen", ct);

    /// <param name="soort">A code such as <c>bewijs-bankrekening</c>.</param>
    /// <param name="naam">What the sender calls it.</param>
    public async Task<JsonAntwoord> Stuur(
        string zaaknummer,
        string soort,
        Stream bestand,
        string naam,
        string sleutel,
        CancellationToken ct
    )
    {
        using var verzoek = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri($"documenten?zaaknummer={Uri.EscapeDataString(zaaknummer)}&soort={Uri.EscapeDataString(soort)}", UriKind.Relative)
        );
        verzoek.Content = new StreamContent(bestand);
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        verzoek.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = naam };
        verzoek.Headers.Add("Idempotency-Key", sleutel);
        return await client.Antwoord(verzoek, Weigeringen, ct);
    }

    public async Task<JsonAntwoord> HaalWeg(string id, string sleutel, CancellationToken ct)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Delete, new Uri($"documenten/{Uri.EscapeDataString(id)}", UriKind.Relative));
        verzoek.Headers.Add("Idempotency-Key", sleutel);
        return await client.Antwoord(verzoek, Weigeringen, ct);
    }

    /// <summary>A file as the API gives it; the caller disposes it.</summary>
    /// <param name="pad">Below <c>/v1</c>, without a slash before it.</param>
    public async Task<HttpResponseMessage> Bestand(string pad, CancellationToken ct)
    {
        var antwoord = await client.GetAsync(new Uri(pad, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct);
        if (!antwoord.IsSuccessStatusCode)
        {
            using (antwoord)
            {
                throw Fout($"GET {pad}", (int)antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync(ct));
            }
        }
        return antwoord;
    }

    private async Task<T> Lees<T>(string pad, CancellationToken ct)
    {
        using var antwoord = await client.GetAsync(new Uri(pad, UriKind.Relative), ct);
        var tekst = await antwoord.Content.ReadAsStringAsync(ct);
        return antwoord.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<T>(tekst, Json.Opties)!
            : throw Fout($"GET {pad}", (int)antwoord.StatusCode, tekst);
    }

    private static ApiException Fout(string wat, int status, string tekst) =>
        new(wat, status, tekst, new Dictionary<string, IEnumerable<string>>(), null);
}

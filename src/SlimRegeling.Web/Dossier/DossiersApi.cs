using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
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
    DateTimeOffset? IngediendOp = null,
    string? Mediatype = null
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

/// <summary>The documents and letters of a case, as the person who looks at the page.</summary>
public sealed class DossiersApi(HttpClient client)
{
    // Also what is too large and what must be tried again is told where it was sent.
    private static readonly int[] Weigeringen = [400, 409, 413, 422, 503];

    // A colleague can sign or send back what a letter is shown of, between two reads: the page says so, and stays.
    private static readonly int[] GeenVoorbeeld = [.. Vragen.VanWerk, 503];

    public async Task<IReadOnlyList<Dossierstuk>> Documenten(string zaaknummer, CancellationToken ct) =>
        await Lees<IReadOnlyList<Dossierstuk>>($"documenten?zaaknummer={Uri.EscapeDataString(zaaknummer)}", ct);

    public Task<IReadOnlyList<Brief>> Brieven(string zaaknummer, CancellationToken ct) =>
        Lees<IReadOnlyList<Brief>>($"brieven?zaaknummer={Uri.EscapeDataString(zaaknummer)}", ct);

    public Task<Leesbrief> Briefpagina(string id, CancellationToken ct) =>
        Lees<Leesbrief>($"brieven/{Uri.EscapeDataString(id)}/pagina", ct);

    /// <param name="na">Where the page before ended; null for the first page.</param>
    public Task<Berichtenlijst> Berichten(string? na, int aantal, CancellationToken ct)
    {
        var verder = na is null ? "" : $"&na={Uri.EscapeDataString(na)}";
        return Lees<Berichtenlijst>(string.Create(CultureInfo.InvariantCulture, $"berichten?aantal={aantal}{verder}"), ct);
    }

    public Task<Berichtentelling> OngelezenBerichten(CancellationToken ct) => Lees<Berichtentelling>("berichten/ongelezen", ct);

    public Task<IReadOnlyList<Emailregel>> Emails(string zaaknummer, CancellationToken ct) =>
        Lees<IReadOnlyList<Emailregel>>($"emails?zaaknummer={Uri.EscapeDataString(zaaknummer)}", ct);

    public Task<Emailoverzicht> Emailoverzicht(CancellationToken ct) => Lees<Emailoverzicht>("beheer/emails", ct);

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

    /// <summary>Asks for a whole dossier, with the reason; what is wrong comes as an answer.</summary>
    public Task<JsonAntwoord> VraagUitvoer(string zaaknummer, JsonObject verzoek, string sleutel, CancellationToken ct) =>
        client.Vraag(HttpMethod.Post, $"dossiers/{Uri.EscapeDataString(zaaknummer)}/uitvoer", verzoek, sleutel, ct: ct);

    /// <summary>
    /// The letter that would go out if the proposal of a case were signed today; why there is none, or none to show at this moment, is an answer too.
    /// </summary>
    /// <param name="soort">
    /// buiten-behandeling for the proposal not to handle it, vaststelling for that to settle; null for what lies ready in the award.
    /// </param>
    public Task<JsonAntwoord> Briefvoorbeeld(string zaaknummer, string? soort, CancellationToken ct) =>
        client.Vraag(
            HttpMethod.Get,
            $"brieven/voorbeeld?zaaknummer={Uri.EscapeDataString(zaaknummer)}&soort={Uri.EscapeDataString(soort ?? "")}",
            weigeringen: GeenVoorbeeld,
            ct: ct
        );

    /// <summary>The same of the proposal on a change, or on the second advance.</summary>
    /// <param name="besluit">Its number.</param>
    public Task<JsonAntwoord> Projectbriefvoorbeeld(string zaaknummer, string besluit, CancellationToken ct) =>
        client.Vraag(
            HttpMethod.Get,
            $"brieven/voorbeeld?zaaknummer={Uri.EscapeDataString(zaaknummer)}&besluit={Uri.EscapeDataString(besluit)}",
            weigeringen: GeenVoorbeeld,
            ct: ct
        );

    /// <summary>The same of the proposal on an objection in it; that it cannot be shown at this moment is an answer too.</summary>
    public Task<JsonAntwoord> Bezwaarbriefvoorbeeld(string zaaknummer, string bezwaar, CancellationToken ct) =>
        client.Vraag(
            HttpMethod.Get,
            $"brieven/voorbeeld?zaaknummer={Uri.EscapeDataString(zaaknummer)}&bezwaar={Uri.EscapeDataString(bezwaar)}",
            weigeringen: GeenVoorbeeld,
            ct: ct
        );

    /// <summary>The letter that goes out when a withdrawal is proposed as it was typed; what is wrong in that is an answer too.</summary>
    public Task<JsonAntwoord> Voornemenvoorbeeld(string zaaknummer, JsonObject getypt, CancellationToken ct) =>
        client.Vraag(
            HttpMethod.Post,
            $"brieven/voorbeeld/{Uri.EscapeDataString(zaaknummer)}/intrekking-voornemen",
            getypt,
            weigeringen: GeenVoorbeeld,
            ct: ct
        );

    public Task<IReadOnlyList<Sjabloonregel>> Sjablonen(CancellationToken ct) => Lees<IReadOnlyList<Sjabloonregel>>("briefsjablonen", ct);

    public Task<Sjabloonbeeld> Sjabloon(string soort, CancellationToken ct) =>
        Lees<Sjabloonbeeld>($"briefsjablonen/{Uri.EscapeDataString(soort)}", ct);

    public Task<Postoverzicht> Post(CancellationToken ct) => Lees<Postoverzicht>("postbundels", ct);

    /// <summary>Does something; a refusal that the person can do something about is an answer.</summary>
    /// <param name="pad">Below <c>/v1</c>, without a slash before it.</param>
    public async Task<JsonAntwoord> Doe(string pad, JsonObject verzoek, CancellationToken ct)
    {
        using var vraag = new HttpRequestMessage(HttpMethod.Post, new Uri(pad, UriKind.Relative));
        vraag.Content = JsonContent.Create(verzoek);
        vraag.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await client.Antwoord(vraag, [.. Weigeringen, 403, 404], ct);
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

    /// <summary>How many pages a PDF has; why none is shown is an answer too.</summary>
    public Task<JsonAntwoord> Bladen(string id, CancellationToken ct) =>
        client.Vraag(HttpMethod.Get, $"documenten/{Uri.EscapeDataString(id)}/bladen", weigeringen: Weigeringen, ct: ct);

    /// <summary>What stands on a page of a PDF; why that is not to be read is an answer too.</summary>
    public Task<JsonAntwoord> Bladtekst(string id, int nummer, CancellationToken ct) =>
        client.Vraag(HttpMethod.Get, $"{Bladpad(id, nummer)}/tekst", weigeringen: Weigeringen, ct: ct);

    /// <summary>A page of a PDF as a picture.</summary>
    /// <returns>The PNG; when there is none, why, as the API says it.</returns>
    public async Task<(byte[]? Png, string Uitleg)> Blad(string id, int nummer, CancellationToken ct)
    {
        var pad = Bladpad(id, nummer);
        using var antwoord = await client.GetAsync(new Uri(pad, UriKind.Relative), ct);
        if (antwoord.IsSuccessStatusCode)
        {
            return (await antwoord.Content.ReadAsByteArrayAsync(ct), "");
        }
        var (status, tekst) = ((int)antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync(ct));
        if (!Weigeringen.Contains(status) || antwoord.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            throw Fout($"GET {pad}", status, tekst);
        }
        return (null, new JsonAntwoord(status, JsonNode.Parse(tekst), null).Uitleg);
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

    private static string Bladpad(string id, int nummer) =>
        string.Create(CultureInfo.InvariantCulture, $"documenten/{Uri.EscapeDataString(id)}/bladen/{nummer}");

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

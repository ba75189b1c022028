using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Geldwerk;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Dossier;

/// <param name="Soort">As the API calls it, such as verlening.</param>
/// <param name="VerzondenOp">Null while it waits.</param>
/// <param name="WachtOp">As the API says it: adres or post; null when it was sent.</param>
/// <param name="AlsPagina">Whether it can be read as a page.</param>
/// <param name="PerPost">Whether it goes, or went, on paper.</param>
/// <param name="Ontvanger">As the API calls who gets it, when that is not the applicant; only employees see such a letter.</param>
public sealed record Brief(
    string Id,
    string Soort,
    string? Besluit = null,
    DateOnly? VerzondenOp = null,
    string? WachtOp = null,
    bool AlsPagina = false,
    bool PerPost = false,
    string? Ontvanger = null
)
{
    private const string Partij = "partij-";

    /// <summary>Which of who was added to the objection gets it, such as 1; null when none of them does.</summary>
    public string? Belanghebbende => Ontvanger?.StartsWith(Partij, StringComparison.Ordinal) == true ? Ontvanger[Partij.Length..] : null;

    public bool WachtOpPost => WachtOp == "post";

    public string Titel => Naam(Soort);

    /// <summary>What kind of letter it is, in words.</summary>
    public static string Naam(string soort) =>
        soort switch
        {
            "verlening" => "Besluit: subsidie verleend",
            "afwijzing" => "Besluit: geen subsidie",
            "aanvulling" => "Verzoek om aan te vullen",
            "vaststelling-vertraging" => "Wij stellen uw subsidie later vast",
            "vertraging" => "Wij beslissen later op uw aanvraag",
            "wijziging-vertraging" => "Wij beslissen later op uw verzoek om een wijziging",
            "buiten-behandeling" => "Besluit: niet behandeld",
            "bewijsverzoek" => "Verzoek om bewijs",
            "declaratie-aanvulling" => "Verzoek om uw declaratie aan te vullen",
            "vaststelling" => "Besluit: subsidie vastgesteld",
            "bezwaar-ontvangst" => "Wij hebben uw bezwaar ontvangen",
            "bezwaar-herstel" => "Verzoek om uw bezwaar aan te vullen",
            "bezwaar-hoorzitting" => "Uitnodiging om over uw bezwaar te vertellen",
            "bezwaar-beslistermijn" => "Wij beslissen later op uw bezwaar",
            "beslissing-op-bezwaar" => "Beslissing op bezwaar",
            "herstelbesluit" => "Besluit: fout hersteld",
            // To others than the applicant, which only employees see.
            "bezwaar-ontvangst-derde" => "Bezwaar ontvangen",
            "bezwaar-herstel-derde" => "Verzoek om het bezwaar aan te vullen",
            "bezwaar-hoorzitting-derde" => "Uitnodiging om over het bezwaar te vertellen",
            "bezwaar-beslistermijn-derde" => "Wij beslissen later op het bezwaar",
            "beslissing-op-bezwaar-afschrift" => "Beslissing op bezwaar, afschrift",
            "wijzigingsbesluit" => "Besluit over een wijziging",
            "voorschot" => "Besluit: tweede voorschot",
            "herinnering" => "Herinnering aan een laatste dag",
            "intrekking-voornemen" => "Wij willen uw subsidie intrekken of verlagen",
            "intrekking" => "Besluit: subsidie ingetrokken of verlaagd",
            "terugvordering" => "Besluit: u betaalt terug",
            "dwangbevel" => "Dwangbevel",
            "rentevergoeding" => "Besluit: wij vergoeden u rente",
            "betaalherinnering" => "Herinnering om terug te betalen",
            "aanmaning" => "Aanmaning om terug te betalen",
            "vorderingsbesluit" => "Besluit over uw terugbetaling",
            _ => "Brief",
        };
}

/// <summary>The letters of a case, for an employee.</summary>
/// <param name="Brieven">Null when they cannot be looked up now.</param>
/// <param name="Emails">What was mailed about the case; null when it is not for this person, or cannot be looked up now.</param>
/// <param name="MagPosten">Whether they print and post what waits for that.</param>
public sealed record Brievenblad(string Zaaknummer, IReadOnlyList<Brief>? Brieven, IReadOnlyList<Emailregel>? Emails, bool MagPosten)
{
    /// <summary>By which was told that it is there.</summary>
    public IEnumerable<Emailregel> Over(Brief brief) => (Emails ?? []).Where(e => e.Brief == brief.Id);
}

/// <param name="Tekst">Null when it was destroyed.</param>
/// <param name="Soort">What goes differently from what was awarded: niet, later or deels; null when something else changed.</param>
/// <param name="Activiteiten">Letters of those that it is about; null when none was named.</param>
/// <param name="Gezien">Whether an employee read it; null for the applicant.</param>
public sealed record Meldingregel(
    DateTimeOffset Op,
    string? Tekst = null,
    string? Soort = null,
    IReadOnlyList<string>? Activiteiten = null,
    bool? Gezien = null
)
{
    /// <summary>What a recipient can tell that goes differently, by the code of the API.</summary>
    public static readonly IReadOnlyList<(string Code, string Naam)> Soorten =
    [
        ("niet", "Iets gaat niet door"),
        ("later", "Iets gebeurt later"),
        ("deels", "Iets gebeurt voor een deel"),
    ];

    /// <summary>In words; null when something else changed.</summary>
    public static string? Naam(string? soort) => Soorten.Where(s => s.Code == soort).Select(s => s.Naam).FirstOrDefault();
}

/// <summary>An act by a machtiging.</summary>
/// <param name="KvkNummer">Of the enterprise of the adviser.</param>
public sealed record Adviseurshandeling(DateTimeOffset Op, string KvkNummer);

/// <summary>What the page of a case shows beside the case itself. What is null cannot be looked up now; the rest of the page stands.</summary>
/// <param name="AanvullenUiterlijk">The last day to complete; null when nothing was asked.</param>
/// <param name="OpBinnenkomst">Whether places in the window go by arrival; else by a draw.</param>
/// <param name="Verantwoording">Once it is in the sample, or settled.</param>
/// <param name="Waarom">Of a refusal: the outcomes that it rests on.</param>
/// <param name="Scans">Evidence that scans were done; null when none can be looked up now.</param>
public sealed record Zaakblad(
    IReadOnlyList<Brief>? Brieven,
    IReadOnlyList<Dossierstuk>? Stukken,
    IReadOnlyList<Meldingregel>? Meldingen,
    DateOnly? AanvullenUiterlijk,
    bool? OpBinnenkomst,
    Verantwoordingsbeeld? Verantwoording,
    Uitlegbeeld? Waarom = null,
    IReadOnlyList<Bewijsbeeld>? Scans = null
);

/// <summary>Of an application what the page of its case shows beside the case.</summary>
/// <param name="Scans">Evidence that scans were done.</param>
public sealed record Aanvraagdeel(DateOnly? AanvullenUiterlijk = null, IReadOnlyList<Bewijsbeeld>? Scans = null);

public sealed class Zaakbladlezer(
    DossiersApi dossiers,
    AanvragenApi aanvragen,
    TijdvakkenApi tijdvakken,
    VaststellingApi vaststelling,
    VerleningApi verlening,
    BetalingenApi betalingen,
    ILogger<Zaakbladlezer> log
)
{
    /// <summary>For the applicant.</summary>
    /// <param name="verantwoordt">Whether it is, or was, in the sample, or was settled.</param>
    /// <param name="afgewezen">Whether it was refused.</param>
    public async Task<Zaakblad> Lees(string zaaknummer, string tijdvak, bool verantwoordt, bool afgewezen, CancellationToken ct)
    {
        var aanvraag = await Probeer(
            "application",
            async () => (await aanvragen.Lees<Aanvraagdeel>($"aanvragen/{Uri.EscapeDataString(zaaknummer)}", ct)).Inhoud
        );
        return new(
            await Probeer("letters", () => dossiers.Brieven(zaaknummer, ct)),
            await Stukken(zaaknummer, ct),
            await Meldingen(zaaknummer, ct),
            aanvraag?.AanvullenUiterlijk,
            (await Probeer("window", () => tijdvakken.GetTijdvakkenIdAsync(tijdvak, ct))) is { } gevonden
                ? gevonden.Volgorde == Volgorde.Binnenkomst
                : null,
            verantwoordt ? await Probeer("accounting", () => vaststelling.Lees(zaaknummer, ct)) : null,
            afgewezen ? await Probeer("explanation", () => Uitleg(zaaknummer, ct)) : null,
            aanvraag?.Scans
        );
    }

    /// <summary>The decisions of a case, and the objections against them.</summary>
    public Task<BezwarenTonenZaakbezwaren?> Bezwaren(string zaaknummer, CancellationToken ct) =>
        Probeer("objections", () => verlening.GetVerleningenZaaknummerBezwarenAsync(zaaknummer, ct));

    /// <summary>What is to be paid back, and how; none while nothing was decided.</summary>
    public async Task<IReadOnlyList<Eigenvordering>> Vorderingen(string zaaknummer, CancellationToken ct) =>
        (
            await Probeer(
                "claims",
                () => betalingen.Lees<Eigenvorderingen>($"betaalzaken/{Uri.EscapeDataString(zaaknummer)}/vorderingen", ct)
            )
        )?.Vorderingen
        ?? [];

    /// <summary>At which moments an adviser acted.</summary>
    public Task<IReadOnlyList<Adviseurshandeling>?> Gemachtigden(string zaaknummer, CancellationToken ct) =>
        Probeer(
            "acts by a machtiging",
            async () =>
                (
                    await aanvragen.Vraag(HttpMethod.Get, $"aanvragen/{Uri.EscapeDataString(zaaknummer)}/gemachtigden", ct: ct)
                ).Inhoud.Deserialize<IReadOnlyList<Adviseurshandeling>>(Json.Opties)!
        );

    public Task<IReadOnlyList<Meldingregel>?> Meldingen(string zaaknummer, CancellationToken ct) =>
        Probeer(
            "reports",
            async () =>
                (
                    await aanvragen.Vraag(HttpMethod.Get, $"aanvragen/{Uri.EscapeDataString(zaaknummer)}/meldingen", ct: ct)
                ).Inhoud.Deserialize<IReadOnlyList<Meldingregel>>(Json.Opties)!
        );

    /// <summary>An employee read what was told so far.</summary>
    public Task<JsonAntwoord> ZieMeldingen(string zaaknummer, int aantal, string sleutel, CancellationToken ct) =>
        aanvragen.Vraag(
            HttpMethod.Post,
            $"aanvragen/{Uri.EscapeDataString(zaaknummer)}/meldingen/gezien",
            new JsonObject { ["aantal"] = aantal },
            sleutel,
            ct: ct
        );

    public Task<IReadOnlyList<Dossierstuk>?> Stukken(string zaaknummer, CancellationToken ct) =>
        Probeer("documents", () => dossiers.Documenten(zaaknummer, ct));

    /// <param name="metEmails">Whether this person reads how e-mail stands.</param>
    public async Task<Brievenblad> Brieven(string zaaknummer, bool metEmails, bool magPosten, CancellationToken ct) =>
        new(
            zaaknummer,
            await Probeer("letters", () => dossiers.Brieven(zaaknummer, ct)),
            metEmails ? await Emails(zaaknummer, ct) : null,
            magPosten
        );

    public Task<IReadOnlyList<Emailregel>?> Emails(string zaaknummer, CancellationToken ct) =>
        Probeer("e-mail", () => dossiers.Emails(zaaknummer, ct));

    private async Task<Uitlegbeeld> Uitleg(string zaaknummer, CancellationToken ct) =>
        (
            await aanvragen.Vraag(HttpMethod.Get, $"aanvragen/{Uri.EscapeDataString(zaaknummer)}/uitleg", ct: ct)
        ).Inhoud.Deserialize<Uitlegbeeld>(Json.Opties)!;

    private async Task<T?> Probeer<T>(string wat, Func<Task<T>> vraag)
        where T : class
    {
        try
        {
            return await vraag();
        }
        // A case that is known here may not be heard of there yet.
        catch (Exception e) when (Apifouten.Status(e) is 404 or >= 500)
        {
            log.LogWarning(e, "The {Wat} of a case cannot be looked up now", wat);
            return null;
        }
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>
/// The management of a firm answers and signs its part: one statement of the firm, which the report lays beside what people say and never adds to it. It can
/// be signed again until the scan is closed.
/// </summary>
public static class Verklaren
{
    /// <param name="Antwoorden">
    /// By part of the list, in the order of its questions; null for "weet ik niet". Not of parts that ask people of themselves (<c>alleenMensen</c>).
    /// </param>
    /// <param name="Volgorde">Dimensions by how much they matter to the firm, the most first; each once, and as many as wished.</param>
    /// <param name="Fase"><c>weten</c>, <c>willen</c> or <c>kunnen</c>.</param>
    /// <param name="Voorbeeld">Whether the firm may be asked to be told of as an example.</param>
    /// <param name="Doelgroepen">Whom it wants to reach first: <c>praktisch</c>, <c>flex</c>, <c>50-plus</c>; handles are chosen by it.</param>
    /// <param name="Richting">Vision, plan and budget: by question the code of an answer; what is skipped is left out.</param>
    /// <param name="Akkoord">Signs: "ik verklaar dit namens de leiding van de onderneming". True, or nothing is stored.</param>
    public sealed record Verzoek(
        IReadOnlyDictionary<string, IReadOnlyList<int?>> Antwoorden,
        IReadOnlyList<string> Volgorde,
        string Fase,
        IReadOnlyList<string> Belemmeringen,
        IReadOnlyList<string> Drijfveren,
        bool Akkoord,
        bool Voorbeeld = false,
        IReadOnlyList<string>? Doelgroepen = null,
        IReadOnlyDictionary<string, string>? Richting = null
    );

    /// <summary>What the form of the statement begins with.</summary>
    /// <param name="Kernvragen">The version that goes along with this scan; absent in one of the kernvragen alone.</param>
    /// <param name="Verklaring">As it was signed last; absent when it was not.</param>
    public sealed record Leidingstand(string Scan, string Instrument, string? Kernvragen, Leidingverklaring? Verklaring);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/scans/{scan}/leiding", Toon).Voor(Rol.Aanvrager).EigenZaak().Geeft<Leidingstand>();
        api.MapPost("/scans/{scan}/leiding", Voer).Voor(Rol.Aanvrager).EigenZaak().BindtOnderneming().Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Toon(
        string scan,
        Stroom<Scan> scans,
        Werkeenheid<LeercultuurscansContext> eenheid,
        CancellationToken ct
    ) =>
        await scans.Lees(scan, ct) is { Gestart: { } gestart } stand
            ? Uitkomst.Ok(
                new Leidingstand(
                    scan,
                    gestart.Instrument,
                    gestart.Kernvragen,
                    stand.Leiding is { } leiding ? await eenheid.Lees<Leidingverklaring>(leiding, ct) : null
                )
            )
            : Weigering.NietGevonden(scan);

    private static async Task<Uitkomst> Voer(
        string scan,
        Verzoek verzoek,
        Stroom<Scan> scans,
        Instrumentboek boek,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        return await scans.Schrijf(
            scan,
            stand => Beslis(stand, verzoek, boek, verklaring => scans.Bewaar(stand.Eigenaar, verklaring), nu),
            ct
        );
    }

    public static Beslissing Beslis(Scan scan, Verzoek verzoek, Instrumentboek boek, Func<Leidingverklaring, Verwijzing> bewaar, Instant nu)
    {
        if (scan.Gesloten)
        {
            return Weigering.Van("scan-gesloten", "De scan is gesloten en het rapport staat vast. Ondertekenen kan niet meer.");
        }
        var gestart = scan.Gestart!;
        var fouten = boek.Lijst(gestart.Instrument, gestart.Kernvragen) is { } lijst
            ? new Antwoordblad(verzoek.Antwoorden)
                .Controleer(lijst.VoorLeiding(), new Dictionary<string, IReadOnlyList<string>>())
                .Concat(Controleer(verzoek))
                .ToList()
            : throw new InvalidOperationException($"Instrument {gestart.Instrument} is not here any more.");
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : new LeidingVerklaard(
                bewaar(
                    new Leidingverklaring(
                        verzoek.Antwoorden,
                        verzoek.Volgorde,
                        verzoek.Fase,
                        // Each counts once of a firm, in the benchmark too.
                        [.. verzoek.Belemmeringen.Distinct()],
                        [.. verzoek.Drijfveren.Distinct()],
                        verzoek.Voorbeeld,
                        verzoek.Doelgroepen,
                        verzoek.Richting
                    )
                ),
                nu
            );
    }

    private static IEnumerable<Fout> Controleer(Verzoek v)
    {
        if (!v.Akkoord)
        {
            yield return new("akkoord", "Onderteken de verklaring namens de leiding, of sla haar over.");
        }
        if (v.Volgorde.Except(Dimensies.Kern).Any() || v.Volgorde.Distinct().Count() < v.Volgorde.Count)
        {
            yield return new("volgorde", "Zet de onderwerpen D1 tot en met D6 op volgorde, elk één keer.");
        }
        if (!Keuzelijsten.Fasen.Kent(v.Fase))
        {
            yield return new("fase", "Kies weten, willen of kunnen.");
        }
        if (v.Belemmeringen.Except(Keuzelijsten.Belemmeringen.Codes()).Any())
        {
            yield return new("belemmeringen", "Kies uit de lijst van belemmeringen.");
        }
        if (v.Drijfveren.Except(Keuzelijsten.Drijfveren.Codes()).Any())
        {
            yield return new("drijfveren", "Kies uit de lijst van drijfveren.");
        }
        if ((v.Doelgroepen ?? []).Except(Keuzelijsten.Doelgroepen.Codes()).Any())
        {
            yield return new("doelgroepen", "Kies uit de lijst van doelgroepen.");
        }
        foreach (var (vraag, antwoord) in v.Richting ?? new Dictionary<string, string>())
        {
            if (Keuzelijsten.Richting.FirstOrDefault(r => r.Code == vraag)?.Keuzes.Kent(antwoord) != true)
            {
                yield return new($"richting.{vraag}", "Kies ja, deels of nee bij een vraag uit de lijst.");
            }
        }
    }
}

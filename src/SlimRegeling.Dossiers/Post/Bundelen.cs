using System.ComponentModel;
using System.Globalization;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Post;

/// <summary>
/// An employee makes a bundle of what waits for the post: each letter is written for the day on which it will be posted, so that its date and its last
/// days are right.
/// </summary>
public static class Bundelen
{
    internal static readonly Rol[] Postkamer = [Rol.Beoordelaar, Rol.Medeondertekenaar];

    /// <summary>A page of print that one person can do at a time, and that is written while they wait.</summary>
    private const int Meeste = 100;

    private const int DagenVooruit = 7;

    /// <summary>So many letters are named in a refusal; the log names all.</summary>
    private const int Genoemd = 5;

    public sealed record Verzoek(
        [property: Description("De dag waarop de brieven op de post gaan; ontbreekt: vandaag.")] LocalDate? Verzenddag = null
    );

    /// <param name="NietGedrukt">Left out of it: they wait on, and hold up no other letter.</param>
    public sealed record Gebundeld(string Id, int Brieven, IReadOnlyList<NietTeDrukken> NietGedrukt);

    /// <param name="Reden">Why, in words.</param>
    public sealed record NietTeDrukken(string Brief, string Zaaknummer, string Soort, string Reden);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/postbundels", Voer).Voor(Postkamer).Geeft<Gebundeld>(201);

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Stroom<Postbundel> bundels,
        Stroom<Brief> brieven,
        Stroom<Geadresseerde> geadresseerden,
        Adresboek adressen,
        Derden derden,
        Opmaken opmaken,
        Werkeenheid<DossiersContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        Moment moment,
        ILogger<Postbundel> log,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        var dag = verzoek.Verzenddag ?? Moment.Dag(nu);
        var wachtend = await Wachtend(eenheid, belangen, persoon, ct);
        if (Onmogelijk(dag, wachtend.Count, nu) is { } weigering)
        {
            return weigering;
        }
        var concepten = new Dictionary<string, Opmaken.Concept>();
        List<NietTeDrukken> nietGedrukt = [];
        try
        {
            foreach (var brief in wachtend)
            {
                if (concepten.Count == Meeste)
                {
                    break;
                }
                var (concept, reden) = await Schrijf(brief, dag, AdresVan, opmaken, log, ct);
                if (concept is not null)
                {
                    concepten.Add(brief.Id, concept);
                }
                else
                {
                    nietGedrukt.Add(new(brief.Id, brief.Zaaknummer, brief.Opdracht!.Soort, reden!));
                }
            }
        }
        catch (HttpRequestException e)
        {
            log.LogWarning(e, "Letters for the post cannot be written now");
            return NietNu;
        }
        if (concepten.Count == 0)
        {
            return GeenTeDrukken(nietGedrukt);
        }
        var id = Naam(nu);
        List<Brief> gebundeld = [];
        await brieven.SchrijfOfBegin(
            [.. concepten.Keys],
            (brief, stand) =>
            {
                // Another may have taken it between looking and this.
                if (stand is not { NaarPost: true })
                {
                    return Beslissing.Geen;
                }
                gebundeld.Add(stand);
                return Beslissing.Van(concepten[brief].Opgemaakt.Gebeurtenis(dag, nu), new BriefInBundel(id, nu));
            },
            ct
        );
        if (gebundeld.Count == 0)
        {
            return Niets;
        }
        foreach (var brief in gebundeld)
        {
            opmaken.Bewaar(brief.Opdracht!, concepten[brief.Id]);
        }
        var uitkomst = await bundels.SchrijfOfBegin(
            id,
            bundel => bundel is null ? new PostbundelGemaakt(dag, [.. gebundeld.Select(b => b.Id)], persoon.Onderwerp, nu) : Niets,
            ct
        );
        return uitkomst.Met(() => new Gebundeld(id, gebundeld.Count, nietGedrukt)) with
        {
            Status = 201,
            Locatie = $"/v1/postbundels/{id}/pdf",
        };

        async Task<Adres> AdresVan(Briefopdracht opdracht) =>
            opdracht.NoemtOnderneming
                ? await adressen.Van(opdracht.KvkNummer, (await geadresseerden.Lees(opdracht.KvkNummer, ct))!.Gegevens!, ct)
                : await derden.AdresVan(opdracht, ct);
    }

    /// <summary>The letter, or why there is none: what it is made of is another now, or was destroyed, which no later bundle mends by itself.</summary>
    private static async Task<(Opmaken.Concept? Concept, string? Reden)> Schrijf(
        Brief brief,
        LocalDate dag,
        Func<Briefopdracht, Task<Adres>> aan,
        Opmaken opmaken,
        ILogger log,
        CancellationToken ct
    )
    {
        Adres? adres = null;
        try
        {
            adres = await aan(brief.Opdracht!);
            return (await opmaken.Maak(brief.Opdracht!, adres, dag, ct), null);
        }
        catch (InvalidDataException e)
        {
            log.LogError(e, "Letter {Brief} cannot be written for the post, and waits", brief.Id);
            return (
                null,
                adres is null
                    ? $"Het adres is vernietigd, of intussen gewijzigd. Kijk bij {(brief.Opdracht!.NoemtOnderneming ? "de gegevens van de onderneming" : "het bezwaar")}."
                    : "Wat er bij het besluit is geschreven, is vernietigd of gewijzigd. Vraag de beheerder ernaar te kijken."
            );
        }
    }

    /// <summary>What waits for the post, the longest first; not in cases that are closed to this person: a colleague posts those.</summary>
    internal static async Task<IReadOnlyList<Brief>> Wachtend(
        Werkeenheid<DossiersContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        var brieven = await eenheid.Sessie.Query<Brief>().Where(b => b.NaarPost == true).ToListAsync(ct);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        return
        [
            .. brieven.Where(b => !gesloten.Contains(b.Zaaknummer)).OrderBy(b => b.NaarPostOp).ThenBy(b => b.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Why there is no bundle for this day; null when there can be.</summary>
    /// <param name="wachtend">How many letters wait.</param>
    public static Weigering? Onmogelijk(LocalDate dag, int wachtend, Instant nu)
    {
        var vandaag = Moment.Dag(nu);
        return dag < vandaag || dag > vandaag.PlusDays(DagenVooruit)
                ? Weigering.Invoer(
                    new Fout("verzenddag", $"Kies vandaag of een van de {DagenVooruit} dagen daarna: die dag komt boven de brieven.")
                )
            : wachtend == 0 ? Niets
            : null;
    }

    private static Weigering Niets => Weigering.Van("niets-te-posten", "Er wacht nu geen brief op de post. Kijk later opnieuw.");

    private static Weigering GeenTeDrukken(IReadOnlyList<NietTeDrukken> brieven) =>
        Weigering.Van(
            "niet-te-drukken",
            $"Geen van de brieven die wachten, kon worden gedrukt. {string.Join(' ', brieven.Take(Genoemd).Select(b => $"Brief {b.Brief}: {b.Reden}"))}"
        );

    /// <summary>After the moment at which it was made, in Amsterdam: <c>post-20261124-101523042</c>.</summary>
    private static string Naam(Instant nu) =>
        $"post-{nu.InZone(Moment.Amsterdam).ToString("uuuuMMdd'-'HHmmssfff", CultureInfo.InvariantCulture)}";

    private static Weigering NietNu =>
        new()
        {
            Code = "brieven-onzeker",
            Status = StatusCodes.Status503ServiceUnavailable,
            Uitleg = "Wij kunnen nu niet alle adressen en uitleg ophalen. Er is niets veranderd. Probeer het over een minuut opnieuw.",
        };
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// The recipient asks for a change of the award while the project runs: who must tell what will not, late or partly be done (5.7 Kaderregeling) can ask here
/// what should come in its place. Until it is decided on, the award holds.
/// </summary>
public static class WijzigingVragen
{
    private const int Langst = 4000;
    private const int MeesteDocumenten = 50;

    // They stand in the case itself, which is read at each step.
    private const int Meeste = 30;
    private const int MeestePartijen = 50;

    /// <param name="Bedrag">What this party receives from then on, in euro.</param>
    public sealed record Deel(string KvkNummer, decimal Bedrag);

    /// <param name="Soort">A, B, C or D.</param>
    /// <param name="Bedrag">What it weighs in the subsidy from then on, in euro.</param>
    public sealed record Aandeel(string Soort, decimal Bedrag);

    /// <param name="Soort">A, B or C: an activity that is paid by its costs.</param>
    /// <param name="Code">The item: directe-loonkosten, externe-adviseur or overige-externe-kosten.</param>
    /// <param name="Bedrag">What it is from then on, in euro before the surcharge.</param>
    public sealed record Post(string Soort, string Code, decimal Bedrag);

    /// <param name="Soort">One of <see cref="Wijzigingssoort"/>.</param>
    /// <param name="Reden">Why, and since when.</param>
    /// <param name="Documenten">Ids of documents of this case.</param>
    /// <param name="NieuwEinde">Of uitstel: the last day of the period.</param>
    /// <param name="Partij">Of partij-treedt-uit and partij-treedt-toe: KVK number of who does.</param>
    /// <param name="Verdeling">
    /// Of these two: what each party receives; who takes over the part of who leaves receives more. Of begroting: the same, when it shifts between parties
    /// that stay; absent when it does not.
    /// </param>
    /// <param name="Activiteiten">Of begroting: what each activity weighs; absent when it shifts within one activity.</param>
    /// <param name="Posten">Of begroting: all items of each activity in which it shifts, and which they are; what is not named is nothing.</param>
    public sealed record Verzoek(
        string Soort,
        string Reden,
        IReadOnlyList<string>? Documenten = null,
        LocalDate? NieuwEinde = null,
        string? Partij = null,
        IReadOnlyList<Deel>? Verdeling = null,
        IReadOnlyList<Aandeel>? Activiteiten = null,
        IReadOnlyList<Post>? Posten = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verleningen/{zaaknummer}/wijzigingen", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Verantwoorden)
            .Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Verlening> verleningen,
        Regelbron<VerleningContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var regels = await regelbron.Nu(ct);
        return await verleningen.Schrijf(
            zaaknummer,
            verlening => Beslis(zaaknummer, verlening, verzoek, tekst => verleningen.Bewaar(zaaknummer, tekst), regels, moment.Nu),
            ct
        );
    }

    /// <param name="bewaar">Keeps the reason; called only when the request is taken.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verlening verlening,
        Verzoek verzoek,
        Func<Wijzigingstekst, Verwijzing> bewaar,
        Regelstanden regels,
        Instant nu
    )
    {
        if (Wijzigingspoort.Lopend(verlening) is { } weigering)
        {
            return weigering;
        }
        var verleend = verlening.Verleend!;
        var versie = regels.Versie(verleend.Regelversie, nu);
        if (Wijzigingspoort.InPeriode(verleend, versie, nu) is { } voorbij)
        {
            return voorbij;
        }
        if (verlening.Wijzigingen.FirstOrDefault(w => w.Open && Botst(w.Gevraagd.Vraag, verzoek)) is { } loopt)
        {
            return Weigering.Van(
                "verzoek-loopt",
                $"Over {Wijzigingssoort.Titel(loopt.Gevraagd.Vraag.Soort)} loopt al verzoek {loopt.Wijziging}. Trek dat in als u iets anders wilt vragen, of wacht op ons besluit."
            );
        }
        if (verlening.Wijzigingen.Count >= Meeste)
        {
            return Weigering.Van("te-veel-verzoeken", $"Bij deze subsidie zijn al {Meeste} wijzigingen gevraagd. Neem contact met ons op.");
        }
        if (Vorm(verzoek) is { Count: > 0 } vormfouten)
        {
            return Weigering.Invoer(vormfouten);
        }
        var vraag = Vraag(verzoek);
        if (Wijzigingsgevolg.Van(verlening, vraag, versie).Fouten is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        return new WijzigingGevraagd(
            Wijzigingsnummer.Van(zaaknummer, verlening.Wijzigingen.Count + 1),
            verlening.KvkNummer,
            vraag,
            bewaar(new Wijzigingstekst(verzoek.Reden.Trim(), verzoek.Documenten ?? [])),
            BeslissenUiterlijk(versie, nu),
            nu,
            versie.Id,
            versie.Hash
        );
    }

    internal static LocalDate BeslissenUiterlijk(Regelversie versie, Instant op) =>
        Termijnen.Einde(versie, Termijncode.BeslistermijnWijziging, Moment.Dag(op));

    /// <summary>Two requests that change the same part of the award.</summary>
    private static bool Botst(Wijzigingsvraag eerder, Verzoek nieuw) =>
        eerder.Soort == nieuw.Soort
        || (
            eerder.Partijen is not null
            && (Wijzigingssoort.VanPartijen(nieuw.Soort) || nieuw is { Soort: Wijzigingssoort.Begroting, Verdeling.Count: > 0 })
        );

    private static Wijzigingsvraag Vraag(Verzoek verzoek) =>
        verzoek.Soort switch
        {
            Wijzigingssoort.Uitstel => new(verzoek.Soort, NieuwEinde: verzoek.NieuwEinde),
            Wijzigingssoort.Begroting => new(
                verzoek.Soort,
                Partijen: verzoek.Verdeling is { Count: > 0 } verdeling ? Delen(verdeling) : null,
                Aandelen: verzoek.Activiteiten?.ToDictionary(a => a.Soort, a => a.Bedrag, StringComparer.Ordinal),
                Posten: verzoek.Posten is { Count: > 0 } posten ? Posten(posten) : null
            ),
            Wijzigingssoort.PartijTreedtUit or Wijzigingssoort.PartijTreedtToe => new(
                verzoek.Soort,
                Partij: verzoek.Partij?.Trim(),
                Partijen: verzoek.Verdeling is { } delen ? Delen(delen) : null
            ),
            _ => new(verzoek.Soort),
        };

    private static Dictionary<string, decimal> Delen(IReadOnlyList<Deel> delen) =>
        delen.ToDictionary(d => d.KvkNummer, d => d.Bedrag, StringComparer.Ordinal);

    private static Dictionary<string, IReadOnlyDictionary<string, decimal>> Posten(IReadOnlyList<Post> posten) =>
        posten
            .GroupBy(p => p.Soort)
            .ToDictionary(
                g => g.Key,
                g => (IReadOnlyDictionary<string, decimal>)g.ToDictionary(p => p.Code, p => p.Bedrag, StringComparer.Ordinal),
                StringComparer.Ordinal
            );

    private static List<Fout> Vorm(Verzoek verzoek)
    {
        var fouten = new List<Fout>();
        if (!Wijzigingssoort.Alle.Contains(verzoek.Soort))
        {
            fouten.Add(new("soort", $"Kies uit {string.Join(", ", Wijzigingssoort.Alle)}."));
        }
        if (verzoek.Reden.Trim().Length is 0 or > Langst)
        {
            fouten.Add(new("reden", $"Schrijf waarom u deze wijziging vraagt, in ten hoogste {Langst} tekens.", "4:2, tweede lid, Awb"));
        }
        if (verzoek.Documenten is { Count: > MeesteDocumenten })
        {
            fouten.Add(new("documenten", $"Noem ten hoogste {MeesteDocumenten} documenten."));
        }
        if (verzoek.Partij is { Length: > 0 } partij && !IsKvkNummer(partij.Trim()))
        {
            fouten.Add(new("partij", "Vul een KVK-nummer van 8 cijfers in."));
        }
        var delen = verzoek.Verdeling ?? [];
        if (delen.Count > MeestePartijen)
        {
            fouten.Add(new("verdeling", $"Noem ten hoogste {MeestePartijen} partijen."));
        }
        if (delen.Any(d => !IsKvkNummer(d.KvkNummer)) || delen.DistinctBy(d => d.KvkNummer).Count() != delen.Count)
        {
            fouten.Add(new("verdeling", "Noem elke partij één keer, met haar KVK-nummer van 8 cijfers."));
        }
        if (verzoek.Activiteiten is { } activiteiten && activiteiten.DistinctBy(a => a.Soort).Count() != activiteiten.Count)
        {
            fouten.Add(new("activiteiten", "Noem elke activiteit één keer."));
        }
        var posten = verzoek.Posten ?? [];
        if (posten.DistinctBy(p => (p.Soort, p.Code)).Count() != posten.Count)
        {
            fouten.Add(new("posten", "Noem elke post van een activiteit één keer."));
        }
        var bedragen = delen
            .Select(d => d.Bedrag)
            .Concat((verzoek.Activiteiten ?? []).Select(a => a.Bedrag))
            .Concat(posten.Select(p => p.Bedrag));
        if (bedragen.Any(b => b != Getal.Centen(b)))
        {
            fouten.Add(new("bedrag", "Vul bedragen in hele centen in."));
        }
        return fouten;
    }

    private static bool IsKvkNummer(string tekst) => tekst.Length == 8 && tekst.All(char.IsAsciiDigit);
}

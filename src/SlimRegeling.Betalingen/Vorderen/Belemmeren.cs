using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Someone of finance notes that the debtor went bankrupt or died, which stops reminding and enforcing; a colleague says that this is over. Either drops a
/// proposal that waits: what it decides, and its amount, can be another by it.
/// </summary>
public static class Belemmeren
{
    /// <param name="Vanaf">The day of the judgment, or of death.</param>
    /// <param name="Toelichting">From which source, and with whom the claim is lodged.</param>
    public sealed record Verzoek(Belemmering Soort, LocalDate Vanaf, string Toelichting);

    /// <param name="Tot">The first day on which it did not hold any more; left out: today.</param>
    public sealed record Einde(string Toelichting, LocalDate? Tot = null);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/vorderingen/{vordering}/belemmering", Voer)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();
        api.MapPost("/vorderingen/{vordering}/belemmering/opheffing", HefOp)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();
    }

    private static Task<Uitkomst> Voer(
        string vordering,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Vordering> vorderingen,
        Moment moment,
        CancellationToken ct
    ) =>
        vorderingen.Schrijf(
            vordering,
            stand =>
                Beslis(
                    stand,
                    verzoek,
                    () => vorderingen.Bewaar(stand.Zaaknummer, new Reden(verzoek.Toelichting.Trim())),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );

    private static Task<Uitkomst> HefOp(
        string vordering,
        Einde verzoek,
        Persoon persoon,
        Stroom<Vordering> vorderingen,
        Moment moment,
        CancellationToken ct
    ) =>
        vorderingen.Schrijf(
            vordering,
            stand =>
                Beslis(
                    stand,
                    verzoek,
                    () => vorderingen.Bewaar(stand.Zaaknummer, new Reden(verzoek.Toelichting.Trim())),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );

    /// <param name="bewaar">Keeps the explanation beside the stream; called only when it can be noted.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(Vordering vordering, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        if (vordering.Belemmerd is { } bestaand)
        {
            return Weigering.Van(
                "al-gemeld",
                $"Hier is al gemeld: {Voorstelpoort.Woord(bestaand.Soort)}. Hef dat eerst op als er iets anders geldt.",
                Voorstelpoort.Artikel(bestaand.Soort)
            );
        }
        IReadOnlyList<Fout> fouten =
        [
            .. verzoek.Vanaf > Moment.Dag(nu)
                ? (Fout[])[new("vanaf", "Kies vandaag of een dag daarvoor.", Voorstelpoort.Artikel(verzoek.Soort))]
                : [],
            .. Toelichting(verzoek.Toelichting),
        ];
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : Beslissing.Van([new BelemmeringGemeld(verzoek.Soort, verzoek.Vanaf, bewaar(), wie, nu), .. vordering.Vervalt(nu)]);
    }

    /// <inheritdoc cref="Beslis(Vordering, Verzoek, Func{Verwijzing}, string, Instant)"/>
    public static Beslissing Beslis(Vordering vordering, Einde verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        if (vordering.Belemmerd is not { } gemeld)
        {
            return Weigering.Van("niets-gemeld", "Hier is niets gemeld dat u kunt opheffen.", "artikel 3:2 Awb");
        }
        if (gemeld.Door == wie)
        {
            return Weigering.NietDoorU(
                "zelf-gemeld",
                "U hebt dit zelf gemeld. Laat een collega kijken of het voorbij is, en het opheffen.",
                "artikel 2:4, eerste lid, Awb"
            );
        }
        IReadOnlyList<Fout> fouten =
        [
            .. verzoek.Tot is { } tot && (tot < gemeld.Vanaf || tot > Moment.Dag(nu))
                ? (Fout[])
                    [
                        new(
                            "tot",
                            $"Kies een dag van {Datumtekst.Van(gemeld.Vanaf)} tot en met vandaag.",
                            Voorstelpoort.Artikel(gemeld.Soort)
                        ),
                    ]
                : [],
            .. Toelichting(verzoek.Toelichting),
        ];
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : Beslissing.Van([new BelemmeringOpgeheven(bewaar(), wie, nu, verzoek.Tot), .. vordering.Vervalt(nu)]);
    }

    private static IEnumerable<Fout> Toelichting(string toelichting) =>
        string.IsNullOrWhiteSpace(toelichting) ? [new Fout("toelichting", "Schrijf op waaruit dit blijkt.", "artikel 3:2 Awb")] : [];
}

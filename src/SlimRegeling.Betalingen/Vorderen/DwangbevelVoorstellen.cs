using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Someone of finance proposes a writ (4:57, second paragraph; 4:114 Awb) when a reminder did not help; two others sign. The bailiff serves it outside this
/// system: that day and its costs are noted.
/// </summary>
public static class DwangbevelVoorstellen
{
    public sealed record Verzoek(string Argument);

    /// <param name="Kosten">Of serving it, in euro (4:120 Awb).</param>
    /// <param name="Toelichting">Which bailiff, and under which number.</param>
    public sealed record Betekening(LocalDate Dag, decimal Kosten, string Toelichting);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/vorderingen/{vordering}/dwangbevel", Voer).Voor(Rol.FinancieelMedewerker).Geeft<Bijgewerkt>();
        api.MapPost("/vorderingen/{vordering}/dwangbevel/betekening", Noteer).Voor(Rol.FinancieelMedewerker).Geeft<Bijgewerkt>();
    }

    private static Task<Uitkomst> Voer(
        string vordering,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Vordering> vorderingen,
        Opdrachtgever opdrachtgever,
        Moment moment,
        CancellationToken ct
    ) =>
        vorderingen.Schrijf(
            vordering,
            stand =>
                Beslis(
                    stand,
                    verzoek,
                    () => vorderingen.Bewaar(stand.Zaaknummer, opdrachtgever.Tekst(stand, verzoek.Argument)),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );

    private static Task<Uitkomst> Noteer(
        string vordering,
        Betekening verzoek,
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

    /// <param name="bewaar">Keeps the text beside the stream; called only when it can be proposed.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(Vordering vordering, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu) =>
        Voorstelpoort.NietBekend(vordering) is { } weigering ? weigering
        : Mag(vordering, nu) is { } nietNu ? nietNu
        : Voorstelpoort.Argument(verzoek.Argument) is { } zonder ? zonder
        : Voorstelpoort.Doe(
            vordering,
            new(
                Vorderingsbesluit.Dwangbevel,
                Voorstelpoort.Nummer(vordering, Vorderingsbesluit.Dwangbevel),
                vordering.Open.Totaal,
                bewaar(),
                wie,
                nu
            )
        );

    /// <summary>Why no writ can be issued now, at the proposal and again when it is signed; null when it can.</summary>
    internal static Weigering? Mag(Vordering vordering, Instant nu) =>
        Voorstelpoort.Belemmerd(vordering)
        ?? vordering switch
        {
            { Dwangbevel: { } dwangbevel } => Weigering.Van(
                "al-een-dwangbevel",
                $"Er is al een dwangbevel ({dwangbevel.Besluit}). Noteer de betekening, of neem contact op met de deurwaarder.",
                Voorstelpoort.Bevel
            ),
            { Regeling: not null } => Weigering.Van(
                "regeling-loopt",
                "Er is een betalingsregeling. Zolang die loopt, kunt u niets invorderen. Trek haar eerst in als zij niet wordt nagekomen.",
                "artikel 4:94, tweede lid, Awb"
            ),
            { Aanmaningstermijn: null } => Weigering.Van(
                "niet-aangemaand",
                "De ontvanger is nog niet aangemaand, of de aanmaning is nog niet verzonden. Een dwangbevel kan pas na de termijn van de aanmaning.",
                Voorstelpoort.Bevel
            ),
            { Aanmaningstermijn: { } termijn } when Moment.Dag(nu) <= termijn.Uiterlijk => Weigering.Van(
                "aanmaningstermijn-loopt",
                $"De ontvanger kan na de aanmaning betalen tot en met {Datumtekst.Van(termijn.Uiterlijk)}. Een dwangbevel kan daarna.",
                Voorstelpoort.Bevel
            ),
            _ => null,
        };

    /// <param name="bewaar">Keeps the explanation beside the stream; called only when it can be noted.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(Vordering vordering, Betekening verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        if (vordering is not { Dwangbevel: { } dwangbevel, Betekend: null })
        {
            return Weigering.Van(
                "niets-te-betekenen",
                vordering.Dwangbevel is null
                    ? "Er is geen dwangbevel uitgevaardigd. Stel dat eerst voor."
                    : "Deze betekening is al genoteerd. Klopt zij niet, boek het verschil dan via een voorstel om af te boeken.",
                "artikel 4:123, eerste lid, Awb"
            );
        }
        var vandaag = Moment.Dag(nu);
        IReadOnlyList<Fout> fouten =
        [
            .. verzoek.Dag > vandaag || verzoek.Dag < Moment.Dag(dwangbevel.Op)
                ? (Fout[])
                    [
                        new(
                            "dag",
                            $"Kies een dag van {Datumtekst.Van(Moment.Dag(dwangbevel.Op))} tot en met vandaag.",
                            "artikel 4:123, eerste lid, Awb"
                        ),
                    ]
                : [],
            .. verzoek.Kosten < 0 ? (Fout[])[new("kosten", "Vul een bedrag van nul of meer in.", "artikel 4:120 Awb")] : [],
            .. string.IsNullOrWhiteSpace(verzoek.Toelichting)
                ? (Fout[])
                    [
                        new(
                            "toelichting",
                            "Schrijf op welke deurwaarder het betekende, en onder welk nummer.",
                            "artikel 4:123, eerste lid, Awb"
                        ),
                    ]
                : [],
        ];
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : Beslissing.Van([
                new DwangbevelBetekend(
                    vordering.Zaaknummer,
                    vordering.Ontstaan.Tijdvak,
                    dwangbevel.Besluit,
                    verzoek.Dag,
                    verzoek.Kosten,
                    bewaar(),
                    wie,
                    nu
                ),
                .. vordering.Vervalt(nu),
            ]);
    }
}

/// <summary>Why, in the words of who did it; kept beside the stream.</summary>
public sealed record Reden(string Tekst);

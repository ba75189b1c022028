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

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// The applicant objects to a decision, online (6:4 Awb). Who signed in has signed; the grounds may follow later. What comes late is taken too: a
/// person judges whether that can be excused (6:11 Awb).
/// </summary>
public static class BezwaarIndienen
{
    /// <param name="Besluit">Number of the decision, as the letter has it.</param>
    /// <param name="Naam">Of who objects for the enterprise.</param>
    /// <param name="Gronden">Why they do not agree; may be left out when it follows.</param>
    /// <param name="GrondenVolgen">The grounds come later.</param>
    /// <param name="RedenTeLaat">Why it comes after the last day.</param>
    /// <param name="WilHoren">Whether they want to be heard (7:2 Awb); absent when they do not say it yet.</param>
    public sealed record Verzoek(
        string Besluit,
        string Naam,
        string? Gronden = null,
        bool GrondenVolgen = false,
        string? RedenTeLaat = null,
        bool? WilHoren = null
    );

    public sealed record Ingediend(string Bezwaar, LocalDate? BeslissenUiterlijk);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verleningen/{zaaknummer}/bezwaren", Voer)
            .Geeft<Ingediend>(201)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Bezwaarregister register,
        Moment moment,
        CancellationToken ct
    ) =>
        await verleningen.Lees(zaaknummer, ct) is { } verlening
            ? await register.Voeg(
                verlening,
                (andere, regels) =>
                    Beslis(verlening, andere, verzoek, persoon, inhoud => verleningen.Bewaar(zaaknummer, inhoud), regels, moment.Nu),
                ct
            )
            : Weigering.NietGevonden(zaaknummer);

    /// <param name="andere">The objections of the case that are there already.</param>
    /// <param name="bewaar">Keeps what was written; called only when it is taken.</param>
    public static Beslissing Beslis(
        Verlening verlening,
        IReadOnlyList<Bezwaar> andere,
        Verzoek verzoek,
        Persoon persoon,
        Func<Bezwaarinhoud, Verwijzing> bewaar,
        Regelstanden regels,
        Instant nu
    )
    {
        var besluiten = Bestreden.Van(verlening);
        if (besluiten.Count == 0)
        {
            return Weigering.Van(
                "nog-geen-besluit",
                "Wij hebben over deze aanvraag nog geen besluit genomen. Bezwaar maken kan pas daarna.",
                "artikel 7:1 Awb"
            );
        }
        if (besluiten.FirstOrDefault(b => b.Besluit == verzoek.Besluit.Trim()) is not { } bestreden)
        {
            return Weigering.Invoer(
                new Fout(
                    "besluit",
                    $"Kies het besluit waartegen u bezwaar maakt: {string.Join(", ", besluiten.Select(b => b.Besluit))}.",
                    "artikel 6:5 Awb"
                )
            );
        }
        if (!persoon.Mag(bestreden.Omvang))
        {
            return Weigering.NietDoorU(
                "machtiging-omvat-dit-niet",
                "De machtiging die u kreeg, geldt niet voor dit onderdeel. Vraag de onderneming om het zelf te doen, of om een ruimere machtiging.",
                "artikel 2:1 Awb"
            );
        }
        if (AlGemaakt(andere, bestreden) is { } weigering)
        {
            return weigering;
        }
        var versie = regels.Versie(bestreden.Regelversie, nu);
        var vandaag = Moment.Dag(nu);
        var laat =
            Bezwaardagen.Tijdig(versie, bestreden.Termijn?.Van, bestreden.Termijn?.TotEnMet, Indienwijze.Online, vandaag, null)
            == Tijdigheid.TeLaat
                ? bestreden.Termijn
                : null;
        IReadOnlyList<Fout> fouten = [.. Fouten(verzoek, laat)];
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : Bezwaarregister.Ingediend(
                verlening,
                bestreden,
                Indiener.Aanvrager,
                Indienwijze.Online,
                vandaag,
                null,
                string.IsNullOrWhiteSpace(verzoek.Gronden) ? [Bezwaareis.Gronden] : [],
                verzoek.WilHoren,
                bewaar(
                    new Bezwaarinhoud(
                        verzoek.Naam.Trim(),
                        Tekst(verzoek.Gronden),
                        Tekst(verzoek.RedenTeLaat),
                        KvkNummer: verlening.KvkNummer
                    )
                ),
                versie,
                nu
            );
    }

    /// <summary>One objection against a decision by the applicant; what is withdrawn can be made again.</summary>
    private static Weigering? AlGemaakt(IReadOnlyList<Bezwaar> andere, Bestreden bestreden) =>
        andere.FirstOrDefault(b =>
            b.Betreft!.Besluit == bestreden.Besluit && b.Betreft.Indiener == Indiener.Aanvrager && b.Ingetrokken is null
        ) switch
        {
            null => null,
            { Beslissing: { } beslissing } => Weigering.Van(
                "al-beslist-op-bezwaar",
                $"Op uw bezwaar tegen dit besluit is al beslist, met besluit {beslissing.Besluit}. Bent u het daar niet mee eens, stel dan beroep in bij de rechter.",
                "artikel 7:1 Awb"
            ),
            var eerder => Weigering.Van(
                "al-bezwaar-gemaakt",
                $"U maakte al bezwaar tegen dit besluit, met nummer {eerder.Id}. Vul dat bezwaar aan als u meer wilt schrijven.",
                "artikel 6:5 Awb"
            ),
        };

    private static IEnumerable<Fout> Fouten(Verzoek verzoek, BezwaartermijnGestart? laat)
    {
        if (string.IsNullOrWhiteSpace(verzoek.Naam))
        {
            yield return new Fout("naam", "Schrijf uw naam.", "artikel 6:5 Awb");
        }
        if (string.IsNullOrWhiteSpace(verzoek.Gronden) && !verzoek.GrondenVolgen)
        {
            yield return new Fout(
                "gronden",
                "Schrijf waarom u het niet eens bent met het besluit. Of geef aan dat u dat later doet.",
                "artikel 6:5 Awb"
            );
        }
        if (laat is not null && string.IsNullOrWhiteSpace(verzoek.RedenTeLaat))
        {
            yield return new Fout(
                "redenTeLaat",
                $"U kon bezwaar maken tot en met {Datumtekst.Van(laat.TotEnMet)}. Schrijf waarom u nu pas bezwaar maakt.",
                "artikel 6:11 Awb"
            );
        }
    }

    private static string? Tekst(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}

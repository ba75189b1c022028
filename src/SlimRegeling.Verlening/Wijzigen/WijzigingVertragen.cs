using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// An assessor tells the recipient that the decision on a change they asked cannot come within eight weeks, and within which term it can (4:14, third
/// paragraph, Awb); a letter says so. No law sets the term of that decision, so this one moves it, when it is told within the eight weeks, and once
/// (4:13, second paragraph): the penalty for deciding late goes by the later day.
/// </summary>
public static class WijzigingVertragen
{
    /// <summary>By which the later day is the last one; ready to follow the word "artikel".</summary>
    internal const string Termijnartikel = "4:14, derde lid, Awb";

    private const string Artikel = $"artikel {Termijnartikel}";

    public sealed record Verzoek(
        [property: Description("De dag waarop de ontvanger het besluit uiterlijk kan verwachten: binnen een redelijke termijn.")]
            LocalDate VerwachtOp
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verleningen/{zaaknummer}/wijzigingen/{nummer}/vertraging",
                (
                    Zaaknummer zaaknummer,
                    int nummer,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Verlening> verleningen,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    verleningen.Schrijf(
                        zaaknummer,
                        verlening =>
                            Beslis(verlening, Wijzigingsnummer.Van(zaaknummer, nummer), verzoek.VerwachtOp, persoon.Onderwerp, moment.Nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);

    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(Verlening verlening, string nummer, LocalDate verwachtOp, string wie, Instant nu)
    {
        if (verlening.Wijziging(nummer) is not { } verzoek)
        {
            return Weigering.NietGevonden(nummer);
        }
        if (verzoek.Ingetrokken is not null)
        {
            return Weigering.Van("ingetrokken", $"Verzoek {nummer} is ingetrokken. Er hoeft niet meer te worden beslist.", Artikel);
        }
        if (Vertraging.AlBesloten(verzoek.Besloten?.Besluitdatum, Artikel) is { } besloten)
        {
            return besloten;
        }
        if (verzoek.Vertraagd is { VerwachtOp: var gemeld })
        {
            return gemeld == verwachtOp
                ? Beslissing.Geen
                : Weigering.Van(
                    "al-gemeld",
                    $"De ontvanger las al dat wij uiterlijk op {Datumtekst.Van(gemeld)} beslissen. Uitstellen kan één keer. Beslis uiterlijk op die dag.",
                    Artikel
                );
        }
        var (gevraagd, vandaag) = (verzoek.Gevraagd, Moment.Dag(nu));
        if (vandaag > gevraagd.BeslissenUiterlijk)
        {
            return Weigering.Van(
                "te-laat",
                $"Melden dat het besluit later komt, kon tot en met {Datumtekst.Van(gevraagd.BeslissenUiterlijk)}. De termijn verandert niet meer. Beslis zo snel mogelijk.",
                Artikel
            );
        }
        return Vertraging.BinnenTermijn(verwachtOp, gevraagd.BeslissenUiterlijk, Artikel) is { } opTijd
            ? opTijd
            : new WijzigingVertraagd(nummer, verlening.KvkNummer, gevraagd.Regelversie, gevraagd.BeslissenUiterlijk, verwachtOp, wie, nu);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Intrekkingen;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>An assessor accepts the progress report of a partnership: the second advance lies ready to be signed. Its amount follows from the rules.</summary>
public static class TweedeVoorschotVoorstellen
{
    /// <param name="Argument">What was seen in the report.</param>
    public sealed record Verzoek(string Argument);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verleningen/{zaaknummer}/voorschotvoorstel", Voer).Geeft<Bijgewerkt>().Voor(Rol.Beoordelaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Regelbron<VerleningContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var regels = await regelbron.Nu(ct);
        return await verleningen.Schrijf(
            zaaknummer,
            verlening =>
                Beslis(
                    zaaknummer,
                    verlening,
                    verzoek,
                    reden => verleningen.Bewaar(zaaknummer, reden),
                    persoon.Onderwerp,
                    regels,
                    moment.Nu
                ),
            ct
        );
    }

    /// <param name="bewaar">Keeps the argument beside the stream; called only when it can be proposed.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verlening verlening,
        Verzoek verzoek,
        Func<Reden, Verwijzing> bewaar,
        string wie,
        Regelstanden regels,
        Instant nu
    )
    {
        if (Mogelijk(verlening, regels, nu) is { } weigering)
        {
            return weigering;
        }
        if (string.IsNullOrWhiteSpace(verzoek.Argument))
        {
            return Weigering.Invoer(new Fout("argument", "Schrijf wat u in het verslag zag.", "artikel 3:46 Awb"));
        }
        var verleend = verlening.Verleend!;
        var voorstel = new TweedeVoorschotVoorgesteld(
            "",
            Bedrag(verlening, regels.Versie(verleend.Regelversie, nu)),
            bewaar(new Reden(verzoek.Argument.Trim())),
            wie,
            nu
        );
        return voorstel with { Voorstelhash = Hash(zaaknummer, voorstel, verlening) };
    }

    /// <summary>Null when there is a report on which nothing was signed, and an advance that it can release.</summary>
    internal static Weigering? Mogelijk(Verlening verlening, Regelstanden regels, Instant nu)
    {
        if (Wijzigingspoort.Lopend(verlening) is { } weigering)
        {
            return weigering;
        }
        var verleend = verlening.Verleend!;
        var versie = regels.Versie(verleend.Regelversie, nu);
        return verlening.Voortgang switch
        {
            { Toegekend: { } toegekend } => Weigering.Van(
                "al-toegekend",
                $"Het tweede voorschot is al toegekend, bij besluit {toegekend.Besluit}."
            ),
            // What was advanced before a withdrawal is what it left; what the recipient still gets is paid by the settlement.
            _ when verlening.Intrekking?.Staande is [.., var ingetrokken] => Weigering.Van(
                "na-intrekking",
                $"De minister trok deze subsidie deels in, met besluit {ingetrokken.Besluit}. Daarna volgt geen tweede voorschot meer: wat de ontvanger nog krijgt, volgt uit de vaststelling.",
                Intrekkingspoort.Artikel(ingetrokken)
            ),
            _ when verlening.Declaratie is not null => Weigering.Van(
                "declaratie-ingediend",
                "De ontvanger vroeg al om de vaststelling. Een tweede voorschot volgt nu niet meer: wat de ontvanger nog krijgt, betaalt de vaststelling.",
                Artikel(versie)
            ),
            _ when Bedrag(verlening, versie) <= 0 => Weigering.Van(
                "geen-tweede-voorschot",
                "Bij deze subsidie hoort geen tweede voorschot.",
                Artikel(versie)
            ),
            null => Weigering.Van("geen-verslag", "Er is nog geen voortgangsverslag. Pas daarna kan dit voorschot.", Artikel(versie)),
            // What is not advanced then is paid by the settlement.
            _ when Moment.Dag(nu) > verleend.PeriodeTot => Weigering.Van(
                "periode-voorbij",
                "De initiatiefperiode is voorbij. Wat de ontvanger nog krijgt, volgt uit de vaststelling.",
                Artikel(versie)
            ),
            _ => null,
        };
    }

    /// <summary>Of an award as it is now; zero where the version, or the length of the period, gives none.</summary>
    internal static decimal Bedrag(Verlening verlening, Regelversie versie)
    {
        var verleend = verlening.Verleend!;
        if (Wijzigingsgevolg.Aanvragertype(verlening) != Aanvragertype.Samenwerkingsverband)
        {
            return 0;
        }
        var maanden = Period.Between(verleend.PeriodeVan, verleend.PeriodeTot.PlusDays(1), PeriodUnits.Months).Months;
        return Math.Min(Voorschot.NaVoortgang(versie, verleend.Bedrag, maanden), verleend.Bedrag - verleend.Voorschot);
    }

    internal static string Hash(string zaaknummer, TweedeVoorschotVoorgesteld voorstel, Verlening verlening)
    {
        string[] regels =
        [
            $"zaaknummer {zaaknummer}",
            string.Create(CultureInfo.InvariantCulture, $"verleend {verlening.Verleend!.Bedrag:0.00}"),
            string.Create(CultureInfo.InvariantCulture, $"eerste-voorschot {verlening.Verleend.Voorschot:0.00}"),
            string.Create(CultureInfo.InvariantCulture, $"tweede-voorschot {voorstel.Bedrag:0.00}"),
            $"verslag-ontvangen {InstantPattern.ExtendedIso.Format(verlening.Voortgang!.Ontvangen.Op)}",
            $"argument {voorstel.Argument.Hash}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {InstantPattern.ExtendedIso.Format(voorstel.Op)}",
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));
    }

    private static string? Artikel(Regelversie versie) =>
        versie.Parameters.TryGetValue(Parameters.VoorschotNaVoortgang.Code, out var parameter) ? $"artikel {parameter.Artikel}" : null;
}

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

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// An assessor proposes what to decide on a change that was asked. Another proposal takes the place of the one that lies there. Of an award that is settled
/// or withdrawn nothing is granted any more; what was asked is refused then, as on each request a decision is taken (4:13 Awb).
/// </summary>
public static class WijzigingVoorstellen
{
    /// <param name="Uitkomst">One of <see cref="Wijzigingsuitkomst"/>.</param>
    /// <param name="Argument">Why; it stands in the letter.</param>
    /// <param name="Grond">Of a refusal: one of <see cref="Wijzigingsgrond"/> that fits how the award stands.</param>
    /// <param name="DeMinimisverklaring">Where a party would receive more: whether there is a de-minimisverklaring of each that does.</param>
    /// <param name="Mkbverklaring">The same of the mkb-verklaring: one of <see cref="Mkbkeuze"/>.</param>
    /// <param name="Steunruimte">What of aid could still be granted to each, in euro by KVK number, where that is known.</param>
    /// <param name="Samenstelling">
    /// Where a party leaves or joins: whether there remain enough mkb-ondernemingen that are not linked, and each party carries out an activity (2.1).
    /// </param>
    public sealed record Verzoek(
        string Uitkomst,
        string Argument,
        string? Grond = null,
        bool? DeMinimisverklaring = null,
        string? Mkbverklaring = null,
        IReadOnlyDictionary<string, decimal>? Steunruimte = null,
        bool? Samenstelling = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verleningen/{zaaknummer}/wijzigingen/{nummer}/voorstel", Voer).Geeft<Bijgewerkt>().Voor(Rol.Beoordelaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        int nummer,
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
                    verlening,
                    Wijzigingsnummer.Van(zaaknummer, nummer),
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
        Verlening verlening,
        string nummer,
        Verzoek verzoek,
        Func<Reden, Verwijzing> bewaar,
        string wie,
        Regelstanden regels,
        Instant nu
    )
    {
        var (open, gesloten) = Wijzigingspoort.Open(verlening, nummer);
        if (gesloten is not null)
        {
            return gesloten;
        }
        var gevraagd = open!.Gevraagd;
        var toewijzen = verzoek.Uitkomst == Wijzigingsuitkomst.Toegewezen;
        if (toewijzen && Wijzigingspoort.Lopend(verlening) is { } weigering)
        {
            return weigering;
        }
        var opgave = new Toetredingsopgave(verzoek.DeMinimisverklaring, verzoek.Mkbverklaring, verzoek.Steunruimte, verzoek.Samenstelling);
        var partijen = toewijzen ? Partijgevolg.Van(verlening, gevraagd.Vraag) : Partijgevolg.Geen;
        List<Fout> fouten =
        [
            .. Fouten(verlening, gevraagd.Vraag.Soort, verzoek),
            .. Toetredingscontrole.Fouten(partijen, opgave, regels.Versie(verlening.Verleend!.Regelversie, nu), "wijs het verzoek dan af"),
        ];
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        if (toewijzen && Wijzigingspoort.NaIntrekking(verlening, gevraagd.Vraag) is { } ingetrokken)
        {
            return ingetrokken;
        }
        var verleend = verlening.Verleend!;
        if (toewijzen && Wijzigingsgevolg.Van(verlening, gevraagd.Vraag, regels.Versie(verleend.Regelversie, nu)).Fouten is { Count: > 0 })
        {
            return PastNietMeer;
        }
        var voorstel = new WijzigingVoorgesteld(
            nummer,
            "",
            verzoek.Uitkomst,
            verzoek.Uitkomst == Wijzigingsuitkomst.Afgewezen ? verzoek.Grond : null,
            bewaar(new Reden(verzoek.Argument.Trim())),
            wie,
            nu,
            Toetredingscontrole.Van(partijen, opgave)
        );
        return voorstel with { Voorstelhash = Hash(gevraagd, voorstel, verleend) };
    }

    /// <summary>The award became another one, so that what was asked does not fit it.</summary>
    internal static Weigering PastNietMeer { get; } =
        Weigering.Van(
            "past-niet-meer",
            "De verlening is na dit verzoek gewijzigd, en het verzoek past daar niet meer op. Vraag de ontvanger om het in te trekken en opnieuw te doen."
        );

    private static List<Fout> Fouten(Verlening verlening, string soort, Verzoek verzoek)
    {
        var (fouten, gronden) = (new List<Fout>(), Wijzigingspoort.Gronden(verlening, soort));
        if (!Wijzigingsuitkomst.Alle.Contains(verzoek.Uitkomst))
        {
            fouten.Add(new("uitkomst", $"Kies uit {string.Join(", ", Wijzigingsuitkomst.Alle)}."));
        }
        if (string.IsNullOrWhiteSpace(verzoek.Argument))
        {
            fouten.Add(new("argument", "Schrijf waarom u dit voorstelt; het staat in de brief.", "artikel 3:46 Awb"));
        }
        if (verzoek.Uitkomst == Wijzigingsuitkomst.Afgewezen && (verzoek.Grond is not { } grond || !gronden.Contains(grond)))
        {
            fouten.Add(new("grond", $"Kies de grond waarop u afwijst: {string.Join(", ", gronden)}.", "artikel 3:46 Awb"));
        }
        return fouten;
    }

    /// <summary>
    /// Lower-case hexadecimal SHA-256 over what was asked, what is proposed and the award that it is about, one a line in a fixed notation. Who signs names
    /// it: they signed this and no other.
    /// </summary>
    internal static string Hash(WijzigingGevraagd gevraagd, WijzigingVoorgesteld voorstel, Verleend verleend)
    {
        var vraag = gevraagd.Vraag;
        string[] regels =
        [
            $"wijziging {gevraagd.Wijziging}",
            $"soort {vraag.Soort}",
            $"toelichting {gevraagd.Toelichting.Hash}",
            $"nieuw-einde {(vraag.NieuwEinde is { } einde ? LocalDatePattern.Iso.Format(einde) : "")}",
            $"partij {vraag.Partij}",
            $"partijen {Toetredingscontrole.Bedragen(vraag.Partijen)}",
            $"aandelen {Toetredingscontrole.Bedragen(vraag.Aandelen)}",
            .. vraag.Posten is { } posten ? [$"posten {Begrotingsnotatie.Van(posten)}"] : Array.Empty<string>(),
            $"uitkomst {voorstel.Uitkomst}",
            $"grond {voorstel.Grond}",
            $"argument {voorstel.Argument.Hash}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {InstantPattern.ExtendedIso.Format(voorstel.Op)}",
            $"verlening {verleend.Besluit}",
            string.Create(CultureInfo.InvariantCulture, $"bedrag {verleend.Bedrag:0.00}"),
            $"periode-tot {LocalDatePattern.Iso.Format(verleend.PeriodeTot)}",
            $"partijen-nu {Toetredingscontrole.Bedragen(verleend.Partijen)}",
            $"aandelen-nu {Toetredingscontrole.Bedragen(verleend.Aandelen)}",
            .. verleend.Posten is { } nu ? [$"posten-nu {Begrotingsnotatie.Van(nu)}"] : Array.Empty<string>(),
            .. Toetredingscontrole.Hashregels(voorstel.Toetreding),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));
    }
}

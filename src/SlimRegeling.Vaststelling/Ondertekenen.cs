using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// Two people, neither of them the proposer, sign the proposal; the second signature settles the subsidy (7.4, Kaderregeling). After an objection
/// nobody of them took the settlement in whose place it comes.
/// </summary>
public static class Ondertekenen
{
    private const int Handtekeningen = 2;

    /// <param name="Hash">The hash of the proposal that was read.</param>
    public sealed record Verzoek(string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/ondertekening",
                async (
                    Zaaknummer zaaknummer,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Verantwoording> verantwoordingen,
                    Regelbron<VaststellingContext> regelbron,
                    Belangen belangen,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var regels = await regelbron.Nu(ct);
                    var metBelang = (await belangen.Bij([zaaknummer], ct))[zaaknummer].ToList();
                    return await verantwoordingen.Schrijf(
                        zaaknummer,
                        verantwoording => Beslis(zaaknummer, verantwoording, verzoek.Hash, persoon.Onderwerp, regels, moment.Nu, metBelang),
                        ct
                    );
                }
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Medeondertekenaar);

    /// <summary>Settling after the term of 22 weeks is shown, not refused: a late decision is a decision.</summary>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case; null when nobody did.</param>
    /// <param name="vanafAanvulling">Of one from before the term ran on from the request that a completion belongs to.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verantwoording verantwoording,
        string hash,
        string wie,
        Regelstanden regels,
        Instant nu,
        IReadOnlyCollection<string>? metBelang = null,
        bool vanafAanvulling = false
    )
    {
        if (metBelang?.Contains(wie) == true)
        {
            return Belang.Gesloten(zaaknummer);
        }
        var weigering =
            Stand.TeVaststellen(verantwoording, nu)
            ?? Stand.Persoon(verantwoording, wie)
            ?? verantwoording.WachtOpVoorschot(Moment.Dag(nu));
        if (weigering is not null)
        {
            return weigering;
        }
        if (verantwoording.Voorstel is not { } voorstel)
        {
            return Weigering.Van("nog-niet-voorgelegd", "Er ligt nog geen voorstel tot vaststelling. Wacht op de beoordeling.");
        }
        if (voorstel.Door == wie)
        {
            return Weigering.NietDoorU(
                "zelf-voorgesteld",
                "U hebt deze vaststelling zelf voorgesteld. Laat haar door twee collega's ondertekenen."
            );
        }
        if (metBelang?.Any(m => m == voorstel.Door || verantwoording.Ondertekenaars.Contains(m)) == true)
        {
            return Weigering.Van(
                "voorstel-met-belang",
                "Iemand die aan dit voorstel meewerkte, meldde daarna een eigen belang. Laat een collega de zaak opnieuw beoordelen.",
                "artikel 2:4 Awb"
            );
        }
        if (voorstel.Voorstelhash != hash)
        {
            return Weigering.Van(
                "ander-voorstel",
                "Het voorstel dat u noemt is niet het voorstel dat nu voorligt. Haal het voorstel opnieuw op, lees het en gebruik de hash die erbij staat."
            );
        }
        if (verantwoording.Ondertekenaars.Contains(wie))
        {
            return Weigering.NietDoorU("al-ondertekend", "U hebt dit voorstel al ondertekend. De tweede handtekening is van een collega.");
        }
        var versie = regels.Versie(verantwoording.Opening!.Regelversie, nu);
        if (voorstel.Afrekening is { } afrekening && Realisatienu(verantwoording, afrekening, versie, nu) != afrekening.Realisatie)
        {
            return Weigering.Van(
                "andere-dag-andere-regel",
                "Op de dag van beoordelen gold voor te weinig gemaakte kosten een andere regel dan vandaag. Laat de declaratie opnieuw beoordelen.",
                "4:46 Awb"
            );
        }
        var ondertekend = new Ondertekend(hash, wie, nu);
        return verantwoording.Ondertekenaars.Count + 1 < Handtekeningen
            ? ondertekend
            : Beslissing.Van(ondertekend, Besluit(zaaknummer, verantwoording, voorstel, wie, versie, nu, vanafAanvulling));
    }

    /// <summary>What less than was awarded means on the day of the settlement: the rule under 60% follows that day.</summary>
    private static Realisatiegevolg Realisatienu(Verantwoording verantwoording, Afrekening afrekening, Regelversie versie, Instant nu) =>
        Realisatie
            .Gevolg(
                versie,
                verantwoording.Aanvragertype,
                verantwoording.Opening!.SubsidiabeleKosten ?? 0m,
                afrekening.SubsidiabeleKosten,
                Moment.Dag(nu)
            )
            .Gevolg;

    /// <summary>
    /// The last day to settle: from the last day of the period, or from that on which it was asked, or was to be asked at the very latest.
    /// </summary>
    private static LocalDate Uiterlijk(Verantwoording verantwoording, Regelversie versie, bool vanafAanvulling) =>
        verantwoording switch
        {
            { Voorstel.Afrekening: not null, Declaratie: { } laatste } when vanafAanvulling => Termijnen.Einde(
                versie,
                Termijncode.VaststellingOpVerzoek,
                Moment.Dag(laatste.Op)
            ),
            { Voorstel.Afrekening: not null, Declaratie: { } declaratie } => Vaststeltermijn.Uiterlijk(verantwoording, declaratie, versie),
            { Voorstel.ZonderVerzoek: { } zonder } => Termijnen.Einde(versie, Termijncode.VaststellingOpVerzoek, zonder.Termijn),
            _ => Termijnen.Einde(versie, Termijncode.AmbtshalveVaststelling, verantwoording.Opening!.PeriodeTot),
        };

    /// <summary>The number of the settlement that comes next.</summary>
    internal static string Nummer(string zaaknummer, Verantwoording verantwoording) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{zaaknummer}-S{verantwoording.Vervangen.Count + (verantwoording.Vaststelling is null ? 1 : 2)}"
        );

    internal static Vastgesteld Besluit(
        string zaaknummer,
        Verantwoording verantwoording,
        Voorgesteld voorstel,
        string wie,
        Regelversie versie,
        Instant nu,
        bool vanafAanvulling = false
    )
    {
        var (opening, eerder) = (verantwoording.Opening!, verantwoording.Vaststelling);
        var steun = Steunverschil.Van(verantwoording, voorstel.Vastgesteld);
        return new(
            voorstel.Voorstelhash,
            opening.Tijdvak,
            opening.KvkNummer,
            opening.Regelversie,
            Nummer(zaaknummer, verantwoording),
            Moment.Dag(nu),
            Uiterlijk(verantwoording, versie, vanafAanvulling),
            opening.Verleend,
            voorstel.Vastgesteld,
            verantwoording.AlTeBetalen,
            voorstel.Vastgesteld - verantwoording.AlTeBetalen,
            [voorstel.Door, .. verantwoording.Ondertekenaars, wie],
            nu,
            versie.Hash,
            eerder?.Besluit,
            verantwoording.Heropening?.Besluit,
            eerder?.Bedrag,
            verantwoording.Heropening?.Herstel,
            NaVoortgang: verantwoording.TweedeVoorschot?.Bedrag,
            Intrekking: verantwoording.Laatste?.Besluit,
            ZonderVerzoek: voorstel.ZonderVerzoek is null ? null : true,
            Steun: steun,
            VerleendOp: steun is null ? null : Moment.Dag(opening.Op),
            VanafEersteVerzoek: voorstel.Afrekening is null || vanafAanvulling ? null : true
        );
    }
}

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
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>An assessor judges a declaration line by line; the rules compute what to settle, and that is proposed.</summary>
public static class DeclaratieBeoordelen
{
    internal static readonly Weigering NietIngediend = Weigering.Van(
        "nog-niet-ingediend",
        "Er is nog geen declaratie ingediend. Wacht daarop. Is de termijn daarvoor voorbij, stel de ontvanger dan een laatste termijn.",
        "4:44 Awb"
    );

    /// <param name="Regels">One judgment of every line.</param>
    /// <param name="Nihil">Where less than 60% was made and the version has it examined: whether it becomes nil (true) or lower (false).</param>
    /// <param name="Reden">Why, for that choice.</param>
    /// <param name="Sectoren">KVK number of every party that something is declared of to landbouw, visserij, wegvervoer or overig.</param>
    /// <param name="Controleverklaring">Where the award asks an auditor's report: whether it is accepted.</param>
    /// <param name="Verlaging">What goes off beside the costs that do not count; absent when nothing does.</param>
    public sealed record Verzoek(
        IReadOnlyList<Regeloordeel> Regels,
        bool? Nihil = null,
        string? Reden = null,
        IReadOnlyDictionary<string, string>? Sectoren = null,
        Controleoordeel? Controleverklaring = null,
        Verlagingsverzoek? Verlaging = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verantwoordingen/{zaaknummer}/declaratie/beoordeling", Voer)
            .Hoogstens(Declaratie.Grootste)
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Verantwoording> verantwoordingen,
        Werkeenheid<VaststellingContext> eenheid,
        Regelbron<VaststellingContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var regels = await regelbron.Nu(ct);
        var gelezen = (await verantwoordingen.Lees(zaaknummer, ct))?.Declaratie?.Inhoud;
        var declaratie = gelezen is null ? null : await eenheid.Lees<Declaratie>(gelezen, ct);
        return await verantwoordingen.Schrijf(
            zaaknummer,
            verantwoording =>
                verantwoording.Declaratie?.Inhoud == gelezen
                    ? Beslis(
                        zaaknummer,
                        verantwoording,
                        declaratie,
                        verzoek,
                        inhoud => verantwoordingen.Bewaar(zaaknummer, inhoud),
                        persoon.Onderwerp,
                        regels,
                        moment.Nu
                    )
                    : Weigering.Van("andere-declaratie", "Er is intussen een andere declaratie. Haal haar op en beoordeel die."),
            ct
        );
    }

    /// <summary>
    /// Judging again replaces an earlier proposal that is not settled. After an objection it is never less than what was settled before: who objects does
    /// not end worse off.
    /// </summary>
    /// <param name="declaratie">Null when it was destroyed.</param>
    /// <param name="bewaar">Keeps the judgments beside the stream; called only when the proposal stands.</param>
    /// <param name="zonderControle">Of one from before the auditor's report was judged: it was paid without that.</param>
    /// <param name="zonderSectoren">Of one from before each party's sector was asked.</param>
    /// <param name="zonderRedenen">Of one from before a line that is accepted against what is seen in it had to have a reason.</param>
    /// <param name="zonderVorm">Of one from before an article had to have the form of one.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verantwoording verantwoording,
        Declaratie? declaratie,
        Verzoek verzoek,
        Func<object, Verwijzing> bewaar,
        string wie,
        Regelstanden regels,
        Instant nu,
        bool zonderControle = false,
        bool zonderSectoren = false,
        bool zonderRedenen = false,
        bool zonderVorm = false
    )
    {
        if ((Stand.TeBeoordelen(verantwoording) ?? Stand.Persoon(verantwoording, wie) ?? Wacht(verantwoording, nu)) is { } weigering)
        {
            return weigering;
        }
        if (declaratie is null)
        {
            return Weigering.Van("declaratie-vernietigd", "De regels van deze declaratie zijn vernietigd. Er is niets te beoordelen.");
        }
        var opening = verantwoording.Opening!;
        var versie = regels.Versie(opening.Regelversie, nu);
        verzoek = Oordeelcontrole.MetArtikelen(verzoek, declaratie, versie);
        List<Fout> fouten =
        [
            .. Oordeelcontrole.Fouten(
                verantwoording,
                declaratie,
                verzoek,
                versie,
                zonderSectoren: zonderSectoren,
                zonderRedenen: zonderRedenen,
                zonderVorm: zonderVorm
            ),
            .. zonderControle ? [] : Controleoordelen.Fouten(verantwoording, verzoek.Controleverklaring, versie),
            .. Verlagingen.Fouten(verzoek.Verlaging),
        ];
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var aanvaard = Grondslag.Aanvaard(declaratie, verzoek.Regels.ToDictionary(r => r.Regel), versie);
        if (Grondslag.Van(verantwoording, declaratie, verzoek, aanvaard, versie, Moment.Dag(nu)) is not { } grondslag)
        {
            return Grondslag.Onbekend;
        }
        var (uitkomst, verlaging) = (Vaststellingsberekening.Bereken(versie, grondslag), grondslag.Verlaging);
        if (Keuze(uitkomst.Realisatie, verzoek) is { } keuze)
        {
            return keuze;
        }
        if (Verlagingen.TeVeel(verlaging, uitkomst.ZonderVerlaging) is { } meerDanErIs)
        {
            return Weigering.Invoer(meerDanErIs);
        }
        var afrekening = new Afrekening(
            verantwoording.Declaratie!.Inhoud,
            Grondslag.Gevraagd(declaratie, versie).Values.Sum(),
            aanvaard,
            uitkomst.SubsidiabeleKosten,
            uitkomst.Bedrag,
            uitkomst.Realisatie.Gevolg,
            verzoek.Nihil,
            verzoek.Sectoren,
            Controleoordelen.IsAanvaard(verzoek.Controleverklaring),
            uitkomst.Bijdragen > 0m ? uitkomst.Bijdragen : null,
            uitkomst.Bijdragen > 0m ? grondslag.BijdragenPerPartij : null
        );
        var bedrag = Math.Max(uitkomst.Bedrag, verantwoording.Vaststelling?.Bedrag ?? 0);
        string[] uitgevoerd =
        [
            .. aanvaard.Where(a => a is { Kosten: > 0 } or { Trajecten: > 0 } or { Weken: > 0 }).Select(a => a.Activiteit).Distinct(),
        ];
        string[] niet = [.. opening.Activiteiten.Except(uitgevoerd).Order(StringComparer.Ordinal)];
        var oordelen = bewaar(
            new Declaratiebeoordeling(verzoek.Regels, verzoek.Reden, verzoek.Controleverklaring, verzoek.Verlaging?.Reden.Trim())
        );
        var hash = Voorstelhash.Van(
            zaaknummer,
            verantwoording,
            bedrag,
            uitgevoerd,
            niet,
            oordelen,
            wie,
            nu,
            afrekening,
            verlaging: verlaging
        );
        return new Voorgesteld(hash, bedrag, uitgevoerd, niet, oordelen, wie, nu, versie.Id, versie.Hash, afrekening, Verlaging: verlaging);
    }

    private static Weigering? Wacht(Verantwoording verantwoording, Instant nu) =>
        verantwoording switch
        {
            { Declaratie: null } => NietIngediend,
            { AanvullingLoopt: true } when verantwoording.WachtOpBrief(Laatstedag.DeclaratieAanvullen) => Weigering.Van(
                "wacht-op-aanvulling",
                "De brief met het verzoek om aanvulling is nog niet verzonden. De termijn begint de dag daarna. Wacht die af.",
                "4:45, tweede lid, Awb"
            ),
            { AanvullingLoopt: true, Declaratieaanvulling: { } gevraagd } when Moment.Dag(nu) <= gevraagd.Uiterlijk => Weigering.Van(
                "wacht-op-aanvulling",
                $"De ontvanger mag tot en met {LocalDatePattern.Iso.Format(gevraagd.Uiterlijk)} aanvullen. Beoordeel daarna, of zodra de aanvulling er is.",
                "4:45, tweede lid, Awb"
            ),
            _ => null,
        };

    /// <summary>Under 60% of a partnership nothing follows by itself: someone chooses, and says why.</summary>
    private static Weigering? Keuze(Realisatieoordeel realisatie, Verzoek verzoek) =>
        (realisatie.Gevolg == Realisatiegevolg.Onderzoek, verzoek.Nihil) switch
        {
            (true, null) => Weigering.Invoer(
                new Fout(
                    "nihil",
                    "Er is minder dan 60% van de verleende kosten gemaakt. Kies of u lager of op nul vaststelt.",
                    realisatie.Artikel
                )
            ),
            (true, _) when string.IsNullOrWhiteSpace(verzoek.Reden) => Weigering.Invoer(
                new Fout("reden", "Schrijf op waarom u lager of op nul vaststelt.", realisatie.Artikel)
            ),
            (false, not null) => Weigering.Invoer(
                new Fout(
                    "nihil",
                    "Hier valt niet te kiezen tussen lager en nul: dat volgt uit de regels. Laat dit weg.",
                    realisatie.Artikel
                )
            ),
            _ => null,
        };
}

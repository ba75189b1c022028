using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>A scheme manager proposes to add what one window left to another of the same calendar year (2.7, third paragraph).</summary>
public static class Verplaatsen
{
    private const string Artikel = "artikel 2.7, derde lid";

    /// <param name="Van">The window that has money left.</param>
    /// <param name="Bedrag">Euro.</param>
    /// <param name="Bron">The decision that it follows from, on one line.</param>
    public sealed record Verzoek(string Van, decimal Bedrag, string Bron);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/tijdvakken/{id}/budgetverplaatsingen",
                async (
                    string id,
                    Verzoek verzoek,
                    Tijdvakvoorstellen voorstellen,
                    Stroom<Tijdvak> tijdvakken,
                    Werkeenheid<TijdvakkenContext> eenheid,
                    Persoon persoon,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var van = await tijdvakken.Lees(verzoek.Van, ct);
                    var geld = await Geldstand.Lees(eenheid.Sessie, verzoek.Van, ct);
                    return await voorstellen.Doe(
                        id,
                        (beheer, naar, _) => Beslis(beheer, van, geld, naar, verzoek, persoon.Onderwerp, moment.Nu),
                        ct
                    );
                }
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Vaststellen.Voorgesteld>(201);

    /// <param name="geld">That of the window that gives.</param>
    public static Beslissing Beslis(
        Tijdvakbeheer beheer,
        Tijdvak? van,
        Geldstand geld,
        Tijdvak naar,
        Verzoek verzoek,
        string wie,
        Instant nu
    )
    {
        if (Fouten(van, naar, verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        if ((beheer.AlVoorgesteld() ?? Toets(van!, geld, naar, verzoek.Bedrag, nu)) is { } weigering)
        {
            return weigering;
        }
        var voorstel = new BudgetverplaatsingVoorgesteld(
            beheer.Voorstellen.Count + 1,
            "",
            verzoek.Van,
            verzoek.Bedrag,
            verzoek.Bron,
            wie,
            nu
        );
        return voorstel with { Voorstelhash = Hash(naar.Id, voorstel) };
    }

    /// <summary>What the second signature makes of the proposal, looked at anew: for the window that gives and the one that gets.</summary>
    public static (Beslissing Naar, Beslissing Van) Bekrachtig(
        Tijdvak van,
        Geldstand geld,
        Tijdvak naar,
        BudgetverplaatsingVoorgesteld voorstel,
        string wie,
        Regelstanden regels,
        Instant nu
    )
    {
        return Toets(van, geld, naar, voorstel.Bedrag, nu) is { } weigering
            ? (weigering, weigering)
            : (Verplaatst(naar, voorstel.Bedrag), Verplaatst(van, -voorstel.Bedrag));

        BudgetVerplaatst Verplaatst(Tijdvak tijdvak, decimal erbij) =>
            new(
                van.Id,
                naar.Id,
                voorstel.Bedrag,
                tijdvak.Aanvragertype,
                tijdvak.Volgorde,
                tijdvak.Regelversie,
                tijdvak.Inhoud(),
                tijdvak.Inhoud() with
                {
                    Plafond = tijdvak.Plafond + erbij,
                },
                voorstel.Bron,
                regels.Versie(tijdvak.Regelversie, nu).Hash,
                voorstel.Voorstel,
                voorstel.Voorstelhash,
                [voorstel.Door, wie],
                nu
            );
    }

    private static List<Fout> Fouten(Tijdvak? van, Tijdvak naar, Verzoek verzoek)
    {
        var fouten = new List<Fout>();
        if (van is null || van.Id == naar.Id)
        {
            fouten.Add(new Fout("van", "Noem een ander tijdvak, dat al is vastgesteld.", Artikel));
        }
        else if (Jaar(van) != Jaar(naar))
        {
            fouten.Add(new Fout("van", $"Kies een tijdvak van {Jaar(naar)}: geld blijft in hetzelfde kalenderjaar.", Artikel));
        }
        if (verzoek.Bedrag <= 0)
        {
            fouten.Add(new Fout("bedrag", "Geef een bedrag boven nul.", Artikel));
        }
        if (!Voorstel.EenRegel(verzoek.Bron, Voorstel.LangsteBron))
        {
            fouten.Add(Voorstel.BronFout());
        }
        return fouten;
    }

    /// <summary>Only what is certain to be unused: nobody in the window that gives can still have a claim to it by its order.</summary>
    private static Weigering? Toets(Tijdvak van, Geldstand geld, Tijdvak naar, decimal bedrag, Instant nu) =>
        naar.Wachtlijst is not null
            ? Weigering.Van(
                "wachtlijst-gesloten",
                $"De wachtlijst van {naar.Id} is gesloten. Extra geld kan daar niemand krijgen.",
                Artikel
            )
        : nu < van.Sluit
            ? Weigering.Van("tijdvak-open", $"Tijdvak {van.Id} is nog niet gesloten. Wat over is, is pas daarna bekend.", Artikel)
        : geld.GehoordTot < van.Sluit || (van is { Volgorde: Volgorde.Loting, Rangorde: null }) || geld.Wacht
            ? Weigering.Van(
                "aanvragen-wachten",
                $"In {van.Id} staat de volgorde nog niet vast, of wacht nog iemand op geld. Verplaats alleen wat niemand daar kan krijgen.",
                Artikel
            )
        : bedrag > Over(van, geld)
            ? Weigering.Van(
                "te-weinig-over",
                $"In {van.Id} is {Wijzigingsregels.Euro(Over(van, geld))} over. Verplaats niet meer dan dat.",
                Artikel
            )
        : null;

    /// <summary>What is held back for objections is not left over.</summary>
    private static decimal Over(Tijdvak van, Geldstand geld) => van.Inhoud().Verdeelbaar - (geld.Gereserveerd - geld.UitReserve);

    private static int Jaar(Tijdvak tijdvak) => Moment.Dag(tijdvak.Opent).Year;

    private static string Hash(string id, BudgetverplaatsingVoorgesteld voorstel) =>
        Voorstel.Hash(
            $"tijdvak {id}",
            $"voorstel {voorstel.Voorstel}",
            "budgetverplaatsing",
            $"van {voorstel.Van}",
            string.Create(CultureInfo.InvariantCulture, $"bedrag {voorstel.Bedrag:0.00}"),
            $"bron {voorstel.Bron}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {Wandklok.Tekst(voorstel.Op)}"
        );
}

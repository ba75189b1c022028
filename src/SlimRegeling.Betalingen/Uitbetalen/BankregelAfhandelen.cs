using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// What becomes of a movement that belongs to nothing by itself: one proposes to book it on an order or a claim, or on the suspense account until it is known
/// what it is, and another confirms. From the suspense account it can still be booked on an order or a claim. Nothing is booked before both. What is more
/// than stands open of a claim waits on.
/// </summary>
public static class BankregelAfhandelen
{
    private const string Onbevangen = "artikel 2:4, eerste lid, Awb";

    private const string Toerekenen = "artikel 4:92, eerste lid, Awb";

    /// <param name="Betaalopdracht">On which it is booked; only where it is linked, and not to a claim.</param>
    /// <param name="Toelichting">What shows what it is, or why that is not known yet.</param>
    /// <param name="Vordering">On which it is booked; only where it is linked, and not to an order.</param>
    public sealed record Verzoek(Regelafhandeling Afhandeling, string Toelichting, string? Betaalopdracht = null, string? Vordering = null);

    /// <param name="Hash">Of the proposal as it was looked at.</param>
    public sealed record Bevestiging(string Hash);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/bankregels/{id}/voorstel", Voorstellen).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Bijgewerkt>();
        api.MapPost("/bankregels/{id}/bevestiging", Bevestigen)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Voorstellen(
        string id,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Bankregel> bankregels,
        Stroom<Betaalopdracht> betaalopdrachten,
        Stroom<Vordering> vorderingen,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await bankregels.Lees(id, ct) is not { } bekend)
        {
            return Weigering.NietGevonden(id);
        }
        var vordering = verzoek.Vordering is { } kenmerk ? await vorderingen.Lees(kenmerk, ct) : null;
        var opdracht = verzoek.Betaalopdracht is { } nummer ? await betaalopdrachten.Lees(nummer, ct) : null;
        var uitkomst = await bankregels.Schrijf(
            id,
            regel =>
                Beslis(regel, verzoek, opdracht, persoon.Onderwerp, () => bankregels.Bewaar(id, verzoek.Toelichting), moment.Nu, vordering),
            ct
        );
        string?[] opdrachten = [bekend.Gemeld.Betaalopdracht, opdracht?.Id];
        return uitkomst with { Zaken = await Zaken(betaalopdrachten, opdrachten, [bekend.Gemeld.Vordering, vordering?.Id], ct) };
    }

    private static async Task<Uitkomst> Bevestigen(
        string id,
        Bevestiging verzoek,
        Persoon persoon,
        Stroom<Bankregel> bankregels,
        Stroom<Betaalopdracht> betaalopdrachten,
        Stroom<Vordering> vorderingen,
        Ontvangsten ontvangsten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await bankregels.Lees(id, ct) is not { } bekend)
        {
            return Weigering.NietGevonden(id);
        }
        var nu = moment.Nu;
        var vordering = bekend.Voorstel?.Vordering is { } kenmerk ? await vorderingen.Lees(kenmerk, ct) : null;
        Regelvoorstel? voorstel = null;
        var uitkomst = await bankregels.Schrijf(
            id,
            regel =>
            {
                voorstel = regel.Voorstel;
                return Gezien(regel, verzoek.Hash) is { } ander ? ander : Bevestig(regel, persoon.Onderwerp, nu, vordering);
            },
            ct
        );
        if (uitkomst.Weigering is null && voorstel is { Afhandeling: Regelafhandeling.Koppelen, Betaalopdracht: { } opdracht })
        {
            var geboekt = await betaalopdrachten.Schrijf(opdracht, o => Boek(o, bekend, nu), ct);
            if (geboekt.Weigering is not null)
            {
                uitkomst = geboekt;
            }
        }
        else if (uitkomst.Weigering is null && voorstel is { Afhandeling: Regelafhandeling.Koppelen } && vordering is not null)
        {
            var geboekt = await ontvangsten.Koppel(vordering.Id, bekend, Boek(vordering, bekend, nu).Over, nu, ct);
            if (geboekt.Weigering is not null)
            {
                uitkomst = geboekt;
            }
        }
        string?[] opdrachten = [bekend.Gemeld.Betaalopdracht, voorstel?.Betaalopdracht];
        return uitkomst with { Zaken = await Zaken(betaalopdrachten, opdrachten, [bekend.Gemeld.Vordering, vordering?.Id], ct) };
    }

    /// <param name="opdracht">The order that is named, if it is there.</param>
    /// <param name="bewaar">Keeps why; not asked when it is refused.</param>
    /// <param name="vordering">The claim that is named, if it is there.</param>
    public static Beslissing Beslis(
        Bankregel regel,
        Verzoek verzoek,
        Betaalopdracht? opdracht,
        string wie,
        Func<Verwijzing> bewaar,
        Instant nu,
        Vordering? vordering = null
    )
    {
        if (regel.Status == Regelstatus.Gekoppeld)
        {
            return AlGekoppeld(regel);
        }
        if (string.IsNullOrWhiteSpace(verzoek.Toelichting))
        {
            return Weigering.Invoer(new Fout("toelichting", "Schrijf op wat deze boeking is, of waarom dat nog niet bekend is."));
        }
        if (verzoek.Afhandeling == Regelafhandeling.Tussenrekening)
        {
            return regel.OpTussenrekening
                ? Weigering.Van(
                    "al-op-tussenrekening",
                    "Deze boeking staat al op de tussenrekening. Koppel haar als u weet waar zij hoort."
                )
                : new BankregelVoorgesteld(Regelafhandeling.Tussenrekening, null, bewaar(), wie, nu);
        }
        if (verzoek.Vordering is not null)
        {
            return Voorstel(regel, verzoek, vordering, wie, bewaar, nu);
        }
        if (opdracht is null)
        {
            return Weigering.Invoer(new Fout("betaalopdracht", "Deze betaalopdracht is er niet. Controleer het nummer."));
        }
        return Boek(opdracht, regel, nu).Weigering is { } weigering
            ? weigering
            : new BankregelVoorgesteld(Regelafhandeling.Koppelen, opdracht.Id, bewaar(), wie, nu);
    }

    private static Beslissing Voorstel(
        Bankregel regel,
        Verzoek verzoek,
        Vordering? vordering,
        string wie,
        Func<Verwijzing> bewaar,
        Instant nu
    )
    {
        if (verzoek.Betaalopdracht is not null)
        {
            return Weigering.Invoer(new Fout("vordering", "Kies een betaalopdracht of een vordering, niet beide.", Toerekenen));
        }
        if (vordering is null)
        {
            return Weigering.Invoer(new Fout("vordering", "Deze vordering is er niet. Controleer het nummer.", Toerekenen));
        }
        return Boek(vordering, regel, nu).Beslissing.Weigering is { } weigering
            ? weigering
            : new BankregelVoorgesteld(Regelafhandeling.Koppelen, null, bewaar(), wie, nu, vordering.Id);
    }

    /// <summary>Why who confirms did not look at what is proposed now; null when they did, and when nothing is.</summary>
    public static Weigering? Gezien(Bankregel regel, string hash) =>
        regel.Voorstel is { } voorstel && hash != Regelvoorstelhash.Van(regel, voorstel)
            ? Weigering.Van(
                "ander-voorstel",
                "Dit voorstel is veranderd sinds u het bekeek. Bekijk het opnieuw en bevestig wat er nu staat.",
                Onbevangen
            )
            : null;

    /// <summary>A second person agrees.</summary>
    /// <param name="vordering">The claim on which it would be booked; null where that is none.</param>
    public static Beslissing Bevestig(Bankregel regel, string wie, Instant nu, Vordering? vordering = null)
    {
        if (regel.Status == Regelstatus.Gekoppeld)
        {
            return AlGekoppeld(regel);
        }
        if (regel.Voorstel is not { } voorstel)
        {
            return regel.OpTussenrekening
                ? Weigering.Van("al-op-tussenrekening", "Deze boeking staat al op de tussenrekening.")
                : Weigering.Van("niets-voorgesteld", "Voor deze boeking is niets voorgesteld. Stel eerst voor wat ermee gebeurt.");
        }
        if (voorstel.Door == wie)
        {
            return Weigering.NietDoorU("zelf-voorgesteld", "U hebt dit zelf voorgesteld. Laat een collega het bevestigen.", Onbevangen);
        }
        var (mutatie, boekdatum) = (regel.Mutatie, regel.Gemeld.Boekdatum);
        if (voorstel.Afhandeling == Regelafhandeling.Tussenrekening)
        {
            return new BankregelGeboekt(mutatie, regel.Bedrag, boekdatum, voorstel.Door, wie, nu);
        }
        var rest = 0m;
        if (voorstel.Vordering is not null)
        {
            if (vordering is null)
            {
                return Weigering.NietGevonden(voorstel.Vordering);
            }
            (var beslissing, rest) = Boek(vordering, regel, nu);
            if (beslissing.Weigering is { } weigering)
            {
                return weigering;
            }
        }
        Gebeurtenis gekoppeld =
            rest == 0
                ? new BankregelGekoppeld(voorstel.Betaalopdracht, voorstel.Door, wie, nu, voorstel.Vordering)
                : new BankregelDeelsGekoppeld(vordering!.Id, regel.Bedrag - rest, voorstel.Door, wie, nu);
        return regel.OpTussenrekening
            ? Beslissing.Van(new BankregelTeruggeboekt(mutatie, regel.Bedrag - rest, boekdatum, voorstel.Door, wie, nu), gekoppeld)
            : gekoppeld;
    }

    /// <summary>Books the movement on this order, as if it had its reference.</summary>
    public static Beslissing Boek(Betaalopdracht betaalopdracht, Bankregel regel, Instant nu)
    {
        var (beslissing, regels) = AfschriftVerwerken.Beslis(betaalopdracht, [AfschriftVerwerken.Terug(regel)], nu);
        return beslissing.Gebeurtenissen.Count > 0
            ? beslissing
            : Weigering.Van("past-niet", $"Deze boeking past niet op {betaalopdracht.Id}. {regels[0].Regel.Uitleg}");
    }

    /// <summary>Books the movement on this claim, as if it had its reference, as far as that stands open or was written off.</summary>
    /// <returns>What follows, and what is left of the movement.</returns>
    public static (Beslissing Beslissing, decimal Over) Boek(Vordering vordering, Bankregel regel, Instant nu)
    {
        var (beslissing, regels) = Ontvangsten.Beslis(vordering, [AfschriftVerwerken.Terug(regel)], nu, ookAfgeboekt: true);
        if (beslissing.Gebeurtenissen.Count > 0)
        {
            return (beslissing, regels[0].Regel.Rest ?? 0);
        }
        var weigering = Weigering.Van("past-niet", $"Deze boeking past niet op {vordering.Id}. {regels[0].Regel.Uitleg}", Toerekenen);
        return (weigering, regel.Bedrag);
    }

    private static Weigering AlGekoppeld(Bankregel regel) =>
        Weigering.Van("al-gekoppeld", $"Deze boeking is al geboekt op {regel.Gekoppeld}.");

    /// <summary>The cases of these orders and claims.</summary>
    private static async Task<IReadOnlyList<string>> Zaken(
        Stroom<Betaalopdracht> betaalopdrachten,
        string?[] opdrachten,
        string?[] vorderingen,
        CancellationToken ct
    )
    {
        var zaken = vorderingen.OfType<string>().Select(Betalingskenmerk.Zaak).ToList();
        foreach (var id in opdrachten.OfType<string>().Distinct())
        {
            if (await betaalopdrachten.Lees(id, ct) is { } betaalopdracht)
            {
                zaken.Add(betaalopdracht.Opdracht.Zaaknummer);
            }
        }
        return [.. zaken.Distinct()];
    }
}

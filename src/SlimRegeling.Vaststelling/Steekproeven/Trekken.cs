using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Steekproeven;

/// <summary>
/// Draws by a seed from outside, so that anyone can check it: one person types the seed and its source, another types both again; only then it is drawn.
/// Every case that is drawn is asked for proof with a term of its own; the others hear nothing of it.
/// </summary>
public static class Trekken
{
    private const string Artikel = "2.24, eerste lid";

    /// <param name="Bron">Where the seed comes from, so that others can look it up.</param>
    public sealed record Verzoek(string Zaad, string Bron);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/steekproeven/{nummer}/trekking", BereidVoor).Voor(Rol.Beoordelaar, Rol.Regelbeheerder).Geeft<Bijgewerkt>();
        api.MapPost("/steekproeven/{nummer}/trekking/bevestiging", Voer).Voor(Rol.Beoordelaar, Rol.Regelbeheerder).Geeft<Bijgewerkt>();
        api.MapDelete(
                "/steekproeven/{nummer}/trekking",
                (string nummer, Stroom<Steekproef> steekproeven, Persoon persoon, Moment moment, CancellationToken ct) =>
                    steekproeven.Schrijf(nummer, steekproef => NeemTerug(steekproef, persoon.Onderwerp, moment.Nu), ct)
            )
            .Voor(Rol.Beoordelaar, Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();
    }

    /// <summary>
    /// Refused to who has an interest of their own in any case of the list, drawn or not: who is only refused a seed that draws it would look for another.
    /// </summary>
    private static async Task<Uitkomst> BereidVoor(
        string nummer,
        Verzoek verzoek,
        Stroom<Steekproef> steekproeven,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var lijst = (await steekproeven.Lees(nummer, ct))?.Begonnen?.Populatie ?? [];
        var uitkomst = await steekproeven.Schrijf(nummer, steekproef => Bereid(steekproef, verzoek, persoon.Onderwerp, moment.Nu), ct);
        return uitkomst with { Zaken = [.. lijst.Select(lid => lid.Zaaknummer)] };
    }

    /// <summary>
    /// The draw and what it asks of each case are one transaction; who has an interest of their own in one of them does not draw it.
    /// </summary>
    private static async Task<Uitkomst> Voer(
        string nummer,
        Verzoek verzoek,
        Stroom<Steekproef> steekproeven,
        Stroom<Verantwoording> verantwoordingen,
        Werkeenheid<VaststellingContext> eenheid,
        Regelbron<VaststellingContext> regelbron,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        await Beginnen.Neem(eenheid.Sessie, ct);
        var (regels, nu, wie) = (await regelbron.Nu(ct), moment.Nu, persoon.Onderwerp);
        var zaken = await steekproeven.Lees(nummer, ct) is { Begonnen: { } lijst, Voorbereid: { } voorbereid }
            ? await eenheid.Sessie.LoadManyAsync<Verantwoording>(ct, Trekking.Trek(lijst.Populatie, lijst.Strata, voorbereid.Zaad))
            : [];
        SteekproefGetrokken? getrokken = null;
        var uitkomst = await steekproeven.Schrijf(
            nummer,
            steekproef =>
            {
                var beslissing = Bevestig(steekproef, verzoek, zaken, wie, regels, nu);
                getrokken = beslissing.Gebeurtenissen.OfType<SteekproefGetrokken>().SingleOrDefault();
                return beslissing;
            },
            ct
        );
        if (uitkomst.Weigering is not null || getrokken is null)
        {
            return uitkomst;
        }
        var teVragen = TeVragen(getrokken, zaken);
        var geweigerd = await verantwoordingen.SchrijfElk(
            teVragen,
            zaak => SteekproefTrekken.Beslis(zaak, new(getrokken.Zaad, getrokken.Bron), wie, regels, nu, nummer),
            ct
        );
        return geweigerd.Any(weigering => weigering is not null)
            ? Weigering.Van(
                "zaak-gewijzigd",
                "Een van de getrokken zaken is zojuist gewijzigd. Er is niet getrokken. Probeer het nog eens."
            )
            : uitkomst with
            {
                Zaken = getrokken.Zaaknummers,
            };
    }

    public static Beslissing Bereid(Steekproef steekproef, Verzoek verzoek, string wie, Instant nu)
    {
        if (Onjuist(verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        return NietTeTrekken(steekproef) is { } weigering ? weigering
            : steekproef.Voorbereid is not null
                ? Weigering.Van(
                    "al-voorbereid",
                    "Er ligt al een trekking klaar. Laat een collega haar bevestigen, of neem haar terug en begin opnieuw.",
                    Artikel
                )
            : new TrekkingVoorbereid(verzoek.Zaad, verzoek.Bron, wie, nu);
    }

    /// <param name="zaken">Those that the seed draws, as they are now.</param>
    public static Beslissing Bevestig(
        Steekproef steekproef,
        Verzoek verzoek,
        IReadOnlyList<Verantwoording> zaken,
        string wie,
        Regelstanden regels,
        Instant nu
    )
    {
        if (NietTeBevestigen(steekproef, verzoek, wie) is { } weigering)
        {
            return weigering;
        }
        var (lijst, voorbereid) = (steekproef.Begonnen!, steekproef.Voorbereid!);
        var getrokken = Trekking.Trek(lijst.Populatie, lijst.Strata, voorbereid.Zaad);
        var bij = zaken.ToDictionary(zaak => zaak.Id, StringComparer.Ordinal);
        return new SteekproefGetrokken(
            getrokken,
            [.. getrokken.Where(zaak => !bij.TryGetValue(zaak, out var stand) || Uitgevallen(stand))],
            voorbereid.Zaad,
            voorbereid.Bron,
            [voorbereid.Door, wie],
            nu
        );

        bool Uitgevallen(Verantwoording zaak) =>
            zaak.Steekproef is null
            && SteekproefTrekken.Beslis(zaak, new(voorbereid.Zaad, voorbereid.Bron), wie, regels, nu).Weigering is not null;
    }

    public static Beslissing NeemTerug(Steekproef steekproef, string wie, Instant nu) =>
        steekproef.Voorbereid is null ? NietVoorbereid : new TrekkingTeruggenomen(wie, nu);

    /// <summary>Without those that fell out, and those that an assessor had put in by themselves: these were asked already.</summary>
    public static IReadOnlyList<string> TeVragen(SteekproefGetrokken getrokken, IReadOnlyList<Verantwoording> zaken)
    {
        var gevraagd = zaken.Where(zaak => zaak.Steekproef is not null).Select(zaak => zaak.Id);
        return [.. getrokken.Zaaknummers.Except(getrokken.Uitgevallen).Except(gevraagd)];
    }

    private static Weigering? NietTeBevestigen(Steekproef steekproef, Verzoek verzoek, string wie) =>
        NietTeTrekken(steekproef) is { } weigering ? weigering
        : steekproef.Voorbereid is not { } voorbereid ? NietVoorbereid
        : voorbereid.Door == wie
            ? Weigering.NietDoorU(
                "zelf-voorbereid",
                "U hebt deze trekking zelf voorbereid. Laat een collega het zaad en de bron nog eens intypen: hiervoor zijn twee personen nodig."
            )
        : voorbereid.Zaad != verzoek.Zaad ? Verschilt("zaad", "Dit zaad is niet gelijk aan dat van uw collega", "Vergelijk met de bron")
        : voorbereid.Bron.Trim() != verzoek.Bron.Trim()
            ? Verschilt("bron", "Deze bron is niet gelijk aan die van uw collega", "Haal op wat er klaarligt, vergelijk")
        : null;

    private static Weigering? NietTeTrekken(Steekproef steekproef) =>
        steekproef switch
        {
            { Begonnen: null } => Weigering.NietGevonden(steekproef.Id),
            { Vervallen: not null } => Weigering.Van("vervallen", "Deze steekproef is vervallen. Begin een nieuwe."),
            { Getrokken: not null } => Weigering.Van(
                "al-getrokken",
                "Deze steekproef is al getrokken. Een tweede trekking uit dezelfde lijst is niet mogelijk.",
                Artikel
            ),
            _ => null,
        };

    private static List<Fout> Onjuist(Verzoek verzoek)
    {
        var fouten = SteekproefTrekken.Invoer(new(verzoek.Zaad, verzoek.Bron));
        if (string.IsNullOrWhiteSpace(verzoek.Bron))
        {
            fouten.Add(new("bron", "Noem waar het zaad vandaan komt, zodat een ander het kan opzoeken."));
        }
        if (verzoek.Zaad.Any(char.IsControl))
        {
            fouten.Add(new("zaad", "Geef het zaad op één regel.", Artikel));
        }
        if (verzoek.Bron.Any(char.IsControl))
        {
            fouten.Add(new("bron", "Noem de bron op één regel."));
        }
        return fouten;
    }

    private static Weigering Verschilt(string wat, string uitleg, string doe) =>
        Weigering.Van($"{wat}-verschilt", $"{uitleg}. Er is niet getrokken. {doe} en typ het opnieuw, of neem de voorbereiding terug.");

    private static Weigering NietVoorbereid =>
        Weigering.Van("niet-voorbereid", "Er ligt geen trekking klaar. Bereid haar eerst voor met het zaad en zijn bron.");
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// After closing of a window with a draw, fixes who takes part. When all fit under the ceiling, their order is that of receipt; else the draw is
/// awaited (2.10, first paragraph).
/// </summary>
public static class LijstVastleggen
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/tijdvakken/{id}/lijst", Voer).Voor(Rol.Regelbeheerder).Geeft<Bijgewerkt>();

    internal static async Task<Uitkomst> Voer(
        string id,
        Stroom<Tijdvak> tijdvakken,
        Verdeelbeurt beurt,
        Werkeenheid<TijdvakkenContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        var sessie = eenheid.Sessie;
        await beurt.Neem(id, ct);
        var gehoord = await Inschrijving.Stand(sessie, id, ct);
        var inschrijvingen = await Inschrijvingen.Van(sessie, id, ct);
        return await tijdvakken.Schrijf(
            id,
            tijdvak =>
            {
                var beslissing = Beslis(tijdvak, gehoord, inschrijvingen, moment.Nu);
                foreach (var lijst in beslissing.Gebeurtenissen.OfType<LijstVastgelegd>())
                {
                    Wachtrij.Zet(sessie, "uitgesloten", lijst.Dubbel);
                }
                foreach (var rangorde in beslissing.Gebeurtenissen.OfType<Gerangschikt>())
                {
                    Wachtrij.Plaats(sessie, 1, rangorde.Zaaknummers, rangorde.Zaaknummers);
                }
                return beslissing;
            },
            ct
        );
    }

    public static Beslissing Beslis(Tijdvak tijdvak, Gehoord gehoord, IReadOnlyList<Inschrijving> inschrijvingen, Instant nu)
    {
        if (tijdvak.Volgorde == Volgorde.Binnenkomst)
        {
            return Weigering.Van(
                "volgorde-van-binnenkomst",
                $"In {tijdvak.Id} geldt de volgorde van binnenkomst. Er is geen lijst om vast te leggen: aanvragen krijgen vanzelf hun plaats.",
                "artikel 2.3 Kaderregeling"
            );
        }
        if (tijdvak.Lijst is not null)
        {
            return Weigering.Van("lijst-vastgelegd", $"De lijst van {tijdvak.Id} is al vastgelegd.", "artikel 2.10");
        }
        if (nu < tijdvak.Sluit)
        {
            return Weigering.Van(
                "tijdvak-open",
                $"Tijdvak {tijdvak.Id} is nog niet gesloten. Leg de lijst vast na de sluiting.",
                "artikel 2.10, eerste lid"
            );
        }
        if (gehoord.Tot < tijdvak.Sluit || !gehoord.Alles)
        {
            return Weigering.Van(
                "nog-niet-alles-gehoord",
                "Nog niet alle ontvangen aanvragen zijn hier bekend. Vraag de ontvangststand op (ontvangsten) en probeer het over een ogenblik opnieuw.",
                "artikel 2.10, eerste lid"
            );
        }
        var lijst = Stel(inschrijvingen, nu);
        // Of nobody there is nothing to draw: who was completed follows by moment.
        if (lijst.Volledig.Count > 0 && lijst.Volledig.Concat(lijst.Aangevuld).Sum(d => d.Gevraagd) > tijdvak.Inhoud().Verdeelbaar)
        {
            return lijst;
        }
        string[] volgorde = [.. lijst.Volledig.Select(d => d.Zaaknummer)];
        return Beslissing.Van(lijst, new Gerangschikt(volgorde, volgorde.Length, null, null, nu, Binnen: volgorde, Vertrokken: []));
    }

    /// <summary>Of several applications of one applicant only the first takes part (2.8(4), 2.10(2)); incomplete ones go behind (2.10(3)).</summary>
    internal static LijstVastgelegd Stel(IReadOnlyList<Inschrijving> inschrijvingen, Instant nu)
    {
        var mee = inschrijvingen.Where(i => !i.Weg).OrderBy(i => i.Ontvangen).ThenBy(i => i.Zaaknummer, StringComparer.Ordinal).ToList();
        var uit = Dubbelen.Van(mee, achteraf: true);
        var op = mee.ExceptBy(uit.Select(u => u.Zaaknummer), i => i.Zaaknummer).ToList();
        Deelname[] volledig = [.. op.Where(i => i.IsVolledig).Select(Deelname)];
        Deelname[] aangevuld =
        [
            .. op.Where(i => i.AangevuldOp is not null)
                .OrderBy(i => i.Voltooid)
                .ThenBy(i => i.Zaaknummer, StringComparer.Ordinal)
                .Select(Deelname),
        ];
        return new LijstVastgelegd(
            volledig,
            aangevuld,
            [.. uit.Select(u => u.Zaaknummer)],
            Rangordelijst.Hashvan(volledig.Select(d => d.Zaaknummer)),
            nu,
            [.. op.Where(i => i is { IsVolledig: false, AangevuldOp: null }).Select(i => i.Zaaknummer)],
            uit
        );

        static Deelname Deelname(Inschrijving i) => new(i.Zaaknummer, i.Gevraagd);
    }
}

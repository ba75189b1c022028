using Marten;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Tijdvakken.Regelversies;

namespace SlimRegeling.Tijdvakken.Verdeling;

/// <summary>
/// The one place that gives out the money of a window. It takes the window alone, reads who is next and what is left, decides, and reserves; what
/// is left to do it says to itself again. So it does not matter how often it is told, or after what.
/// </summary>
public sealed class BijBudgetVerdelen(
    Verdeelbeurt beurt,
    Stroom<Tijdvak> tijdvakken,
    Stroom<Volgordeboek> volgorden,
    Reserveringen reserveringen,
    Werkeenheid<TijdvakkenContext> eenheid,
    Moment moment
) : IVerwerker<BudgetVerdelenBericht>
{
    internal const int Bundel = 250;

    public async Task Verwerk(BudgetVerdelenBericht bericht, CancellationToken ct)
    {
        var id = bericht.Tijdvak;
        await beurt.Neem(id, ct);
        if (await tijdvakken.Lees(id, ct) is not { } tijdvak)
        {
            return;
        }
        var sessie = eenheid.Sessie;
        var gehoord = await Inschrijving.Stand(sessie, id, ct);
        if (gehoord.Alles && gehoord.ZekerTot < gehoord.Tot)
        {
            Inschrijving.Zeker(sessie, id, gehoord);
        }
        if (await VerdeelBezwaren(sessie, tijdvak, ct))
        {
            // What is left for those who wait is read anew.
            beurt.Wek(id, moment.Nu);
            return;
        }
        if (NogNietGeloot(tijdvak))
        {
            return;
        }
        await Verdeel(sessie, tijdvak, gehoord, ct);
    }

    private static bool NogNietGeloot(Tijdvak tijdvak) => tijdvak is { Volgorde: Volgorde.Loting, Rangorde: null };

    /// <returns>Whether an objection got something.</returns>
    private async Task<bool> VerdeelBezwaren(IDocumentSession sessie, Tijdvak tijdvak, CancellationToken ct)
    {
        var vragen = await Bezwaarvragen.Open(sessie, tijdvak.Id, ct);
        if (vragen.Count == 0)
        {
            return false;
        }
        var nu = moment.Nu;
        var regels = await RegelversiesTonen.Standen(eenheid, ct);
        var (vrij, _, reserve) = await Plafondstand.Vrij(sessie, tijdvak.Id, ct);
        var toedelingen = Bezwaarverdeling.Beslis(
            vragen,
            vraag => Bezwaargeld.UitReserve(regels.Versie(tijdvak.Regelversie, nu), Moment.Dag(vraag.Op)),
            // Before the draw nobody knows what the ceiling leaves.
            NogNietGeloot(tijdvak) ? 0 : vrij,
            reserve
        );
        await reserveringen.DeelBezwaren(tijdvak.Id, toedelingen, nu, ct);
        return toedelingen.Count > 0;
    }

    private async Task Verdeel(IDocumentSession sessie, Tijdvak tijdvak, Gehoord gehoord, CancellationToken ct)
    {
        var (id, nu) = (tijdvak.Id, moment.Nu);
        var (_, verdeling, uit, meer, aangevuld) = await Bezie(sessie, tijdvak, gehoord, ct);
        var binnen = verdeling.Toegedeeld.Select(t => t.Zaaknummer).ToHashSet();
        if (verdeling.Geplaatst.Count > 0 || uit.Count > 0)
        {
            var vanaf = await Wachtrij.LaatsteRang(sessie, id, ct) + 1;
            var geplaatst = verdeling.Geplaatst;
            await volgorden.SchrijfOfBegin(
                Volgordeboek.Stroom(id),
                _ => new InVolgordeGeplaatst(
                    id,
                    vanaf,
                    geplaatst,
                    [.. geplaatst.Where(binnen.Contains)],
                    uit,
                    nu,
                    tijdvak.Volgorde,
                    [.. geplaatst.Where(aangevuld.Contains)],
                    tijdvak.Herlotingen > 0 ? tijdvak.Herlotingen : null
                ),
                ct
            );
            Wachtrij.Plaats(sessie, vanaf, geplaatst, geplaatst);
            Wachtrij.Zet(sessie, "uitgesloten", [.. uit.Select(u => u.Zaaknummer)]);
        }
        await reserveringen.Deel(tijdvak, verdeling.Toegedeeld, nu, ct);
        await reserveringen.Weiger(tijdvak, verdeling.Geweigerd, nu, ct);
        if (meer)
        {
            beurt.Wek(id, nu);
        }
    }

    /// <summary>What is to be given out now, nothing of it done; at rest that is nothing.</summary>
    internal static async Task<Ronde> Bezie(IDocumentSession sessie, Tijdvak tijdvak, Gehoord gehoord, CancellationToken ct)
    {
        var id = tijdvak.Id;
        var (vrij, onderweg, _) = await Plafondstand.Vrij(sessie, id, ct);
        var stand = new Verdeelstand(
            vrij,
            tijdvak.Overschrijding,
            tijdvak.Ondertekenaars.Count > 0,
            tijdvak.Wachtlijst is not null,
            tijdvak.Volgorde == Volgorde.Binnenkomst,
            onderweg
        );
        var past = stand is { Overschrijding: Overschrijding.Overslaan, MagWeigeren: false, WachtlijstGesloten: false }
            ? vrij + onderweg
            : (decimal?)null;
        var wachtend = await Wachtrij.Wachtend(sessie, id, past, Bundel, ct);
        var gevonden = await Wachtrij.Nieuw(sessie, id, tijdvak.Volgorde == Volgorde.Loting, gehoord.Grens, Bundel, ct);
        var uit = gevonden.Count == 0 ? [] : await Dubbel(sessie, tijdvak, [.. gevonden.Select(g => g.Zaaknummer)], ct);
        var nieuw = gevonden.ExceptBy(uit.Select(u => u.Zaaknummer), g => g.Zaaknummer).ToList();
        var verdeling = Verdelen.Beslis(stand, wachtend, wachtend.Count == Bundel, nieuw);
        return new Ronde(
            stand,
            verdeling,
            uit,
            verdeling.Verder || (gevonden.Count >= Bundel && verdeling.Loten.Count == 0),
            nieuw.Where(g => g.Aangevuld).Select(g => g.Zaaknummer).ToHashSet()
        );
    }

    /// <summary>In a drawn window the doubles were taken out when the list was fixed: left are those who told only since to whom they are linked.</summary>
    private static async Task<IReadOnlyList<Uitsluiting>> Dubbel(
        IDocumentSession sessie,
        Tijdvak tijdvak,
        string[] nieuw,
        CancellationToken ct
    )
    {
        var geloot = tijdvak.Volgorde == Volgorde.Loting;
        var keten = await Inschrijvingen.Keten(sessie, tijdvak.Id, nieuw, ct);
        var teBezien = keten.Where(i => !geloot || i.LatereBanden is not null).Select(i => i.Zaaknummer).Intersect(nieuw).ToHashSet();
        return [.. Dubbelen.Van(keten.Where(i => !i.Weg), achteraf: geloot).Where(u => teBezien.Contains(u.Zaaknummer))];
    }
}

/// <param name="Uit">Doubles among those who are new.</param>
/// <param name="Meer">There may be more to do after this.</param>
/// <param name="Aangevuld">Those among who is new whose moment is that of their completion.</param>
internal sealed record Ronde(
    Verdeelstand Stand,
    Verdeling Verdeling,
    IReadOnlyList<Uitsluiting> Uit,
    bool Meer,
    IReadOnlySet<string> Aangevuld
)
{
    public bool Rust => NietsTeDoen && !Meer && Stand.Onderweg == 0;

    /// <summary>Those of one moment, once all before them have their place: drawn in the middle of the turns they would pass these.</summary>
    public IReadOnlyList<string> TeLoten => NietsTeDoen ? Verdeling.Loten : [];

    private bool NietsTeDoen => Verdeling is { Toegedeeld: [], Geweigerd: [], Geplaatst: [] } && Uit.Count == 0;
}

using NodaTime;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Verzuim;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

// What is claimed back: decided, told, reminded of, set, enforced, set off and written off, each proposed by one and signed by others.
internal sealed partial class Geldleven
{
    private const string Argument = "Er is te veel betaald.";
    private static readonly Regelversie Versie = Vorderingszaak.Versie;

    /// <summary>One of the claims; null while there is none.</summary>
    private string? Kies(int keuze)
    {
        var vorderingen = _vorderingen.Alle.ToList();
        return vorderingen.Count == 0 ? null : vorderingen[keuze / 3 % vorderingen.Count].Id;
    }

    private void Vorder(string id, int keuze)
    {
        StelVoor(id, keuze, v => TerugvorderenVoorstellen.Beslis(v, new(Argument), Zaakgeld(v), () => Inhoud, "fien", Versie, _nu));
        Verzend(id, "terugvordering");
    }

    private TerugvorderenVoorstellen.Zaakgeld Zaakgeld(Vordering vordering)
    {
        var orders = _betaalopdrachten.Alle.Where(o => o.Opdracht.Zaaknummer == vordering.Zaaknummer && IsSubsidie(o.Opdracht)).ToList();
        return new(
            orders.Sum(o => o.Ontvangen),
            [.. orders.Where(o => o.Status == Betaalstatus.InBestand).Select(o => o.Id)],
            _vorderingen.Alle.Where(v => v.Zaaknummer == vordering.Zaaknummer && v.Id != vordering.Id).Sum(v => v.Hoofdsom),
            _verplichtingen.Stand(vordering.Zaaknummer).VastgesteldOp
        );
    }

    /// <summary>The term goes by, and the debtor is reminded; now and then a bailiff serves a writ after that.</summary>
    private void Invorder(string id, int keuze)
    {
        _nu += Duration.FromDays(50);
        Zet(() => Schrijf(_vorderingen, id, Aanmanen.Beslis(_vorderingen.Stand(id), Versie, _nu)));
        Verzend(id, "aanmaning");
        if (keuze % 2 > 0)
        {
            return;
        }
        _nu += Duration.FromDays(20);
        var bevel = new DwangbevelVoorstellen.Verzoek(Argument);
        StelVoor(id, 1, v => DwangbevelVoorstellen.Beslis(v, bevel, () => Inhoud, "fien", _nu));
        var betekening = new DwangbevelVoorstellen.Betekening(Vandaag, 75.50m, "Deurwaarder 12.");
        Zet(() => Schrijf(_vorderingen, id, DwangbevelVoorstellen.Beslis(_vorderingen.Stand(id), betekening, () => Inhoud, "fien", _nu)));
    }

    /// <summary>The last day to pay comes near, and the debtor is told.</summary>
    private void Herinner(string id)
    {
        if (_vorderingen.Stand(id).Termijn is { Uiterlijk: var uiterlijk } && Vandaag < uiterlijk)
        {
            _nu = Instant.Max(_nu, Moment.Op(uiterlijk.PlusDays(-2).At(new LocalTime(12, 0))));
            Zet(() => Schrijf(_vorderingen, id, Herinneren.Beslis(_vorderingen.Stand(id), _nu)), bericht: true);
        }
    }

    private void Erken(string id) =>
        Zet(() =>
        {
            var verzoek = new Erkennen.Verzoek(Vandaag, Argument);
            return Schrijf(_vorderingen, id, Erkennen.Beslis(_vorderingen.Stand(id), verzoek, () => Inhoud, "fien", Versie, _nu));
        });

    /// <summary>The debtor went bankrupt or died, or that is over.</summary>
    private void Belemmer(string id, int keuze)
    {
        if (_vorderingen.Stand(id).Belemmerd is null)
        {
            var verzoek = new Belemmeren.Verzoek((Belemmering)(keuze % 4), Vandaag, Argument);
            Zet(() => Schrijf(_vorderingen, id, Belemmeren.Beslis(_vorderingen.Stand(id), verzoek, () => Inhoud, "fien", _nu)));
            return;
        }
        var einde = new Belemmeren.Einde(Argument);
        Assert.NotNull(Belemmeren.Beslis(_vorderingen.Stand(id), einde, () => Inhoud, "fien", _nu).Weigering);
        Zet(() => Schrijf(_vorderingen, id, Belemmeren.Beslis(_vorderingen.Stand(id), einde, () => Inhoud, "cor", _nu)));
    }

    /// <summary>After some time: less than a small amount is not owed.</summary>
    private void StelRenteVast(string id, int keuze)
    {
        _nu += Duration.FromDays(90);
        StelVoor(id, keuze, v => RenteVoorstellen.Beslis(v, new(Argument), () => Inhoud, "fien", Versie, _nu));
    }

    /// <summary>In two instalments; one that was not kept is withdrawn.</summary>
    private void TrefRegeling(string id, int keuze) =>
        StelVoor(
            id,
            keuze,
            v =>
            {
                if (v.Regeling is not null)
                {
                    return RegelingVoorstellen.Beslis(v, new RegelingVoorstellen.Einde(Argument), () => Inhoud, "fien", _nu);
                }
                var helft = decimal.Round(v.Open.Totaal / 2, 2);
                IReadOnlyList<Termijnbetaling> termijnen =
                [
                    new(Vandaag.PlusDays(30), helft),
                    new(Vandaag.PlusDays(60), v.Open.Totaal - helft),
                ];
                var verzoek = new RegelingVoorstellen.Verzoek(Argument, termijnen);
                return RegelingVoorstellen.Beslis(v, verzoek, () => Inhoud, "fien", Versie, _nu);
            }
        );

    private void BoekAf(string id, int keuze) =>
        StelVoor(id, keuze, v => AfboekenVoorstellen.Beslis(v, new(Argument), () => Inhoud, "fien", _nu));

    /// <summary>Against an order in the other window that waits for nothing.</summary>
    private void Verreken(string id, int keuze)
    {
        var zaaknummer = _vorderingen.Stand(id).Zaaknummer;
        var orders = _betaalopdrachten.Alle.Where(o => o is { Open: true, Aangehouden: false } && o.Opdracht.Zaaknummer != zaaknummer);
        if (orders.FirstOrDefault() is { } order)
        {
            var verzoek = new VerrekenenVoorstellen.Verzoek(order.Id, true, Argument);
            var zaak = _verplichtingen.Lees(order.Opdracht.Zaaknummer);
            StelVoor(
                id,
                keuze,
                v => VerrekenenVoorstellen.Beslis(v, verzoek, order, () => Inhoud, "fien", _nu, zaak, _rekeningen.Lees(Kvk))
            );
        }
    }

    /// <summary>
    /// Proposed, and in three of four signed by as many as its kind asks. What still lay ready is signed first, or sent back.
    /// </summary>
    private void StelVoor(string id, int keuze, Func<Vordering, Beslissing> voorstel)
    {
        Onderteken(id);
        if (_vorderingen.Stand(id).Voorstel is { Hash: var hash })
        {
            var terug = new VoorstelOndertekenen.Terugzending(hash, "Het kan zo niet meer.");
            Zet(() => Schrijf(_vorderingen, id, VoorstelOndertekenen.Beslis(_vorderingen.Stand(id), terug, () => Inhoud, "cor", _nu)));
        }
        Zet(() => Schrijf(_vorderingen, id, voorstel(_vorderingen.Stand(id))));
        Assert.False(Zet(() => Teken(id, "fien")));
        if (keuze % 4 > 0)
        {
            Onderteken(id);
        }
    }

    private void Onderteken(string id)
    {
        foreach (var wie in (string[])["fred", "cor"])
        {
            Zet(() => Teken(id, wie));
        }
    }

    private bool Teken(string id, string wie)
    {
        var vordering = _vorderingen.Stand(id);
        var voorstel = vordering.Voorstel;
        // An order by which interest is given back is not there yet.
        var order = voorstel?.Voorstel.Betaalopdracht is { } nummer ? _betaalopdrachten.Lees(nummer) : null;
        var zaak = order is null ? null : _verplichtingen.Lees(order.Opdracht.Zaaknummer);
        var grond = new VoorstelOndertekenen.Grond(Versie, [], order, zaak, _rekeningen.Lees(Kvk));
        var beslissing = VoorstelOndertekenen.Beslis(vordering, voorstel?.Hash ?? "", wie, grond, _nu);
        if (!Schrijf(_vorderingen, id, beslissing))
        {
            return false;
        }
        foreach (var teruggegeven in beslissing.Gebeurtenissen.OfType<RenteTeruggegeven>())
        {
            Maak(Renteopdracht.Van(teruggegeven));
        }
        return beslissing
            .Gebeurtenissen.OfType<VorderingMetBetalingVerrekend>()
            .All(v =>
            {
                Terugbetaald(v.Zaaknummer, new(id, v.Besluit, v.Toegerekend.Hoofdsom, _nu));
                return Schrijf(_betaalopdrachten, order!.Id, VoorstelOndertekenen.Verreken(order!, id, v));
            });
    }

    private void Verzend(string id, string soort)
    {
        if (_vorderingen.Stand(id).Besloten is not null)
        {
            var zaaknummer = _vorderingen.Stand(id).Zaaknummer;
            var besluit = soort == "terugvordering" ? id : null;
            var bericht = new BriefVerzondenBericht(zaaknummer, $"{id}-{soort}", soort, besluit, Vandaag, _nu);
            Zet(() => Schrijf(_vorderingen, id, BijBriefVerzonden.Beslis(_vorderingen.Stand(id), bericht, Versie)), bericht: true);
        }
    }

    /// <summary>What came in for a claim, and what its case hears of it.</summary>
    private void Ontvang(string id, IReadOnlyList<Gebeurtenis> gebeurtenissen)
    {
        _vorderingen.Schrijf(id, gebeurtenissen);
        foreach (var betaald in gebeurtenissen.OfType<VorderingBetaald>())
        {
            Terugbetaald(betaald.Zaaknummer, new(id, betaald.Mutatie, betaald.Toegerekend.Hoofdsom, _nu));
        }
    }

    private void Terugbetaald(string zaaknummer, TerugbetalingVernomen terugbetaald)
    {
        if (terugbetaald.Bedrag > 0)
        {
            _verplichtingen.Schrijf(zaaknummer, Verplichting.Verneem(_verplichtingen.Stand(zaaknummer), terugbetaald, _nu).Gebeurtenissen);
        }
    }
}

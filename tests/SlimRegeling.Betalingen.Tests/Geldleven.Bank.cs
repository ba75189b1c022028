using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Vorderen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

// What the bank says: refusals, statements, and what people do with what belongs to nothing by itself.
internal sealed partial class Geldleven
{
    private readonly HashSet<string> _gelezen = [];
    private Bankboeking? _laatste;

    /// <summary>The bank refuses a payment of a file; what it carried out or refused before it cannot refuse.</summary>
    private void WijsAf(int keuze)
    {
        var orders = _betaalopdrachten.Alle.Where(o => o.Bestand is not null).ToList();
        if (orders.Count > 0)
        {
            var (id, bestand) = (orders[keuze % orders.Count].Id, orders[keuze % orders.Count].Bestand!);
            Zet(
                () => Schrijf(_betaalopdrachten, id, StatusVerwerken.Beslis(_betaalopdrachten.Stand(id), bestand, "AC04", _nu).Beslissing),
                bericht: true
            );
        }
    }

    /// <summary>The bank carries out a payment, sends one back, books something else, or says what it said before.</summary>
    private void LeesAfschrift(int keuze)
    {
        var orders = _betaalopdrachten.Alle.ToList();
        var order = orders.Count == 0 ? null : orders[keuze / 6 % orders.Count];
        var bedrag = order?.Opdracht.Bedrag ?? 0;
        switch (keuze % 6)
        {
            case 0 when _laatste is { } laatste:
                LeesRegel(laatste);
                break;
            case 1 or 2 when bedrag > 0:
                Boekt(order!.Status == Betaalstatus.Uitgevoerd ? bedrag : -bedrag, order.Id, "AC04");
                break;
            case 3 when bedrag > 0:
                Boekt(bedrag, order!.Id);
                break;
            case 4 when bedrag > 0:
                Boekt(keuze % 4 == 0 ? -bedrag - 0.50m : -bedrag, keuze % 4 == 0 ? order!.Id : null);
                break;
            case 5:
                Boekt(12.34m + keuze, null);
                break;
        }
    }

    /// <summary>The recipient repays half of what stands open of a claim, all of it, or more.</summary>
    private void BetaalTerug(int keuze)
    {
        if (Kies(keuze) is { } id)
        {
            var open = _vorderingen.Stand(id).Open.Totaal;
            var bedrag = (keuze % 3) switch
            {
                0 => decimal.Round(open / 2, 2),
                1 => open,
                _ => open + 5m,
            };
            Boekt(Math.Max(0.01m, bedrag), id);
        }
    }

    /// <param name="reden">Why the bank sends it back; what is received without is no return by itself.</param>
    private void Boekt(decimal bedrag, string? kenmerk, string? reden = null) =>
        LeesRegel(new($"m{_gelezen.Count + 1}", 1, bedrag, Vandaag, Boekingsstatus.Geboekt, false, kenmerk, bedrag > 0 ? reden : null, ""));

    private void LeesRegel(Bankboeking boeking)
    {
        Zet(
            () =>
            {
                Verwerk(boeking);
                return true;
            },
            bericht: true
        );
        _laatste = boeking;
        if (_gelezen.Add(boeking.Bankreferentie))
        {
            _opAfschriften += boeking.Bedrag;
        }
    }

    /// <summary>As the reader of statements does: on the order or the claim of the reference, and else on the work list.</summary>
    private void Verwerk(Bankboeking boeking)
    {
        var (naam, kenmerk) = (boeking.Bankreferentie, boeking.EndToEndId);
        var bekend = _bankregels.Lees(naam);
        var mutatie = new AfschriftVerwerken.Mutatie(naam, boeking);
        if (bekend is { Status: not Regelstatus.Open })
        {
            return;
        }
        if (kenmerk is not null && _betaalopdrachten.Lees(kenmerk) is { } order)
        {
            var wachtend = _bankregels
                .Alle.Where(r => r.Status == Regelstatus.Open && r.Gemeld.Betaalopdracht == kenmerk && r.Id != naam)
                .ToDictionary(r => r.Mutatie, StringComparer.Ordinal);
            var (beslissing, gezegd) = AfschriftVerwerken.Beslis(order, [mutatie, .. wachtend.Values.Select(Wacht)], _nu);
            Schrijf(_betaalopdrachten, kenmerk, beslissing);
            foreach (var (oordeel, regel) in gezegd)
            {
                var nummer = wachtend.TryGetValue(regel.Mutatie, out var wacht) ? wacht.Id : naam;
                if (oordeel == AfschriftVerwerken.Oordeel.Geboekt && _bankregels.Lees(nummer) is not null)
                {
                    _bankregels.Schrijf(nummer, new BankregelGekoppeld(kenmerk, null, null, _nu));
                }
                else if (oordeel == AfschriftVerwerken.Oordeel.DeelsGekoppeld && nummer == naam)
                {
                    Meld(bekend, boeking, kenmerk, null);
                }
            }
            return;
        }
        if (kenmerk is null || bekend is not null || _vorderingen.Lees(kenmerk) is not { } vordering)
        {
            Meld(bekend, boeking, null, null);
            return;
        }
        var (ontvangen, regels) = Ontvangsten.Beslis(vordering, [mutatie], _nu);
        Ontvang(kenmerk, ontvangen.Gebeurtenissen);
        var (weging, gewogen) = regels[0];
        if (weging == AfschriftVerwerken.Oordeel.DeelsGekoppeld)
        {
            Meld(bekend, boeking, null, kenmerk);
            if (gewogen.Rest is { } rest && rest < boeking.Bedrag)
            {
                _bankregels.Schrijf(naam, new BankregelDeelsGekoppeld(kenmerk, boeking.Bedrag - rest, null, null, _nu));
            }
        }
    }

    private void Meld(Bankregel? bekend, Bankboeking boeking, string? opdracht, string? vordering)
    {
        if (bekend is null)
        {
            var naam = boeking.Bankreferentie;
            var gemeld = new BankregelGemeld(
                naam,
                "A",
                boeking.Bedrag,
                boeking.Boekdatum,
                opdracht,
                boeking.Retourreden,
                Inhoud,
                _nu,
                vordering
            );
            _bankregels.Schrijf(naam, gemeld);
        }
    }

    private static AfschriftVerwerken.Mutatie Wacht(Bankregel regel) =>
        new(
            regel.Mutatie,
            new(
                regel.Mutatie,
                1,
                regel.Bedrag,
                regel.Gemeld.Boekdatum,
                Boekingsstatus.Geboekt,
                false,
                regel.Gemeld.Betaalopdracht,
                regel.Gemeld.Retourreden,
                ""
            )
        );

    /// <summary>One proposes what becomes of a movement on the work list, another confirms.</summary>
    private void HandelAf(int keuze)
    {
        var regels = _bankregels.Alle.Where(r => r.Gekoppeld is null).ToList();
        if (regels.Count == 0)
        {
            return;
        }
        var id = regels[keuze % regels.Count].Id;
        Zet(() =>
        {
            var regel = _bankregels.Stand(id);
            // Where it fits, when it fits somewhere.
            var order = _betaalopdrachten.Alle.FirstOrDefault(o => BankregelAfhandelen.Boek(o, regel, _nu).Weigering is null);
            var vordering = Kies(keuze) is { } kenmerk ? _vorderingen.Stand(kenmerk) : null;
            var verzoek = (keuze % 3, order, vordering) switch
            {
                (0, _, _) or (_, null, null) => new BankregelAfhandelen.Verzoek(Regelafhandeling.Tussenrekening, "Nog niet bekend."),
                (_, not null, _) => new BankregelAfhandelen.Verzoek(Regelafhandeling.Koppelen, "Gezien.", order!.Id),
                _ => new BankregelAfhandelen.Verzoek(Regelafhandeling.Koppelen, "Gezien.", Vordering: vordering!.Id),
            };
            return Schrijf(_bankregels, id, BankregelAfhandelen.Beslis(regel, verzoek, order, "fien", () => Inhoud, _nu, vordering));
        });
        Assert.False(Zet(() => Bevestig(id, "fien")));
        Zet(() => Bevestig(id, "cor"));
    }

    private bool Bevestig(string id, string wie)
    {
        var regel = _bankregels.Stand(id);
        var vordering = regel.Voorstel?.Vordering is { } kenmerk ? _vorderingen.Stand(kenmerk) : null;
        if (!Schrijf(_bankregels, id, BankregelAfhandelen.Bevestig(regel, wie, _nu, vordering)))
        {
            return false;
        }
        if (regel.Voorstel is { Betaalopdracht: { } opdracht })
        {
            return Schrijf(_betaalopdrachten, opdracht, BankregelAfhandelen.Boek(_betaalopdrachten.Stand(opdracht), regel, _nu));
        }
        if (vordering is not null)
        {
            var geboekt = BankregelAfhandelen.Boek(vordering, regel, _nu).Beslissing;
            Ontvang(vordering.Id, geboekt.Gebeurtenissen);
            return geboekt.Weigering is null;
        }
        return true;
    }
}

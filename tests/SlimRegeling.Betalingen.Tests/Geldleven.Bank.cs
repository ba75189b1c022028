using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Vorderen;

namespace SlimRegeling.Betalingen.Tests;

// What the bank says: refusals and statements.
internal sealed partial class Geldleven
{
    /// <summary>What a bank keeps of a payment that it sends back.</summary>
    private const decimal Ingehouden = 7.50m;

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

    /// <summary>
    /// The bank carries out a payment, sends one back, all of it or less its costs, books something else, undoes that, or says what it said before.
    /// </summary>
    private void LeesAfschrift(int keuze)
    {
        var orders = _betaalopdrachten.Alle.ToList();
        var order = orders.Count == 0 ? null : orders[keuze / 8 % orders.Count];
        var (bedrag, ook) = (order?.Opdracht.Bedrag ?? 0, keuze / 8 % 2 == 0);
        switch (keuze % 8)
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
                Boekt(ook ? -bedrag - 0.50m : -bedrag, ook ? order!.Id : null);
                break;
            case 5:
                Boekt(ook ? 12.34m + keuze : -12.34m - keuze, null);
                break;
            case 6 when orders.LastOrDefault(o => o.Status == Betaalstatus.Uitgevoerd && o.Opdracht.Bedrag > Ingehouden) is { } betaald:
                Boekt(betaald.Opdracht.Bedrag - Ingehouden, betaald.Id, "AC04");
                break;
            case 7 when _bankregels.Alle.FirstOrDefault(r => r.Gekoppeld is null) is { } regel:
                Boekt(-regel.Bedrag, null);
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
}

using NodaTime;

namespace SlimRegeling.Betalingen.Tests;

// Where a life begins, and what is done in it, by its name.
internal sealed partial class Geldleven
{
    public void Begin(Levensbegin begin)
    {
        if (begin == Levensbegin.Leeg)
        {
            return;
        }
        foreach (var zaak in _zaken)
        {
            Zet(() => Draag(zaak, zaak.Komt[0]));
            Zet(() => Draag(zaak, zaak.Komt[0]));
        }
        Betaal(1);
        if (begin == Levensbegin.Bevoorschot)
        {
            return;
        }
        HoorVaststelling(_zaken[0], herzien: false);
        if (Kies(0) is { } vordering)
        {
            Vorder(vordering, 1);
            StelRenteVast(vordering, 1);
            Boekt(Math.Max(0.01m, decimal.Round(_vorderingen.Stand(vordering).Open.Totaal / 2, 2)), vordering);
        }
        if (begin == Levensbegin.Hoger)
        {
            HoorVaststelling(_zaken[0], herzien: true);
        }
    }

    private void Doe(Levensdaad daad, int keuze)
    {
        switch (daad)
        {
            case Levensdaad.Tijd:
                _nu += Duration.FromDays(keuze % 20);
                Hervat();
                break;
            case Levensdaad.Hoor:
                Hoor(keuze);
                break;
            case Levensdaad.HoorTerug:
                HoorTerug(keuze);
                break;
            case Levensdaad.Betaal:
                Betaal(keuze);
                break;
            case Levensdaad.Ronde:
                GaVerderMetRonde(keuze);
                break;
            case Levensdaad.WijsAf:
                WijsAf(keuze);
                break;
            case Levensdaad.Afschrift:
                LeesAfschrift(keuze);
                break;
            case Levensdaad.BetaalTerug:
                BetaalTerug(keuze);
                break;
            case Levensdaad.HandelAf:
                HandelAf(keuze);
                break;
            case Levensdaad.BetaalBeslaglegger:
                BetaalBeslaglegger(keuze);
                break;
            case Levensdaad.NeemTerug:
                NeemBestandTerug(keuze);
                break;
            case Levensdaad.VergoedRente:
                VergoedRente(keuze);
                break;
            case Levensdaad.WijzigRekening:
                WijzigRekening(keuze);
                break;
            case Levensdaad.ControleerRekening:
                ControleerRekening(keuze);
                break;
            case Levensdaad.LegBeslag:
                LegBeslag();
                break;
            case Levensdaad.HefBeslagOp:
                HefBeslagOp();
                break;
            case Levensdaad.GeefVrij:
                GeefVrij();
                break;
            case Levensdaad.Tegenboeken:
                BoekTegen(keuze);
                break;
            case Levensdaad.SluitMaand:
                SluitMaand();
                break;
            default:
                if (Kies(keuze) is { } vordering)
                {
                    Doe(daad, vordering, keuze);
                }
                break;
        }
    }

    private void Doe(Levensdaad daad, string vordering, int keuze)
    {
        switch (daad)
        {
            case Levensdaad.Vorder:
                Vorder(vordering, keuze);
                break;
            case Levensdaad.Invorder:
                Invorder(vordering, keuze);
                break;
            case Levensdaad.Rente:
                StelRenteVast(vordering, keuze);
                break;
            case Levensdaad.Regeling:
                TrefRegeling(vordering, keuze);
                break;
            case Levensdaad.Afboeken:
                BoekAf(vordering, keuze);
                break;
            case Levensdaad.Herinner:
                Herinner(vordering);
                break;
            case Levensdaad.Erken:
                Erken(vordering);
                break;
            case Levensdaad.Belemmer:
                Belemmer(vordering, keuze);
                break;
            default:
                Verreken(vordering, keuze);
                break;
        }
    }
}

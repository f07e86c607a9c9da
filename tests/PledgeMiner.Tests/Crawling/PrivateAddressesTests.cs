using System.Net;
using PledgeMiner.Crawling;

namespace PledgeMiner.Tests.Crawling;

public class PrivateAddressesTests
{
    [Theory]
    [InlineData("127.0.0.1"), InlineData("127.8.8.8"), InlineData("0.0.0.0"), InlineData("10.1.2.3"), InlineData("100.64.0.1"), InlineData("169.254.169.254")]
    [InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.168.1.1"), InlineData("192.0.2.7"), InlineData("198.18.0.1"), InlineData("198.51.100.1")]
    [InlineData("203.0.113.9"), InlineData("224.0.0.1"), InlineData("239.255.255.250"), InlineData("240.0.0.1"), InlineData("255.255.255.255")]
    [InlineData("::1"), InlineData("::"), InlineData("::7f00:1"), InlineData("fe80::1"), InlineData("fc00::1"), InlineData("fd12:3456::1"), InlineData("ff02::1"), InlineData("2001:db8::1")]
    [InlineData("::ffff:127.0.0.1"), InlineData("::ffff:10.0.0.1"), InlineData("64:ff9b::7f00:1"), InlineData("64:ff9b::a9fe:a9fe"), InlineData("2002:7f00:1::"), InlineData("2002:c0a8:101::1")]
    public void A_private_address_is_told_in_every_notation(string address) =>
        Assert.True(PrivateAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8"), InlineData("1.1.1.1"), InlineData("172.32.0.1"), InlineData("192.169.0.1"), InlineData("100.128.0.1"), InlineData("169.253.1.1")]
    [InlineData("2606:4700:4700::1111"), InlineData("2a00:1450:4001:830::200e"), InlineData("::ffff:8.8.8.8"), InlineData("64:ff9b::808:808"), InlineData("2002:808:808::1")]
    public void A_public_address_is_let_through(string address) =>
        Assert.False(PrivateAddresses.Contains(IPAddress.Parse(address)));
}
